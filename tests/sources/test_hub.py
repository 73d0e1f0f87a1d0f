"""A model of the hub is fetched once, when the user says so: a server on this machine is the hub."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from encoder_files import write_encoder
from readcompare.sources.hub import folder_name, name_trouble

REVISION = "0123456789abcdef0123456789abcdef01234567"


@dataclass
class Hub:
    """What the server gives, and what it was asked."""

    folder: Path
    address: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    names: tuple[str, ...] = ("README.md", "config.json", "model.safetensors", "pickle.bin", "tokenizer.json")

    def entry(self, name: str) -> dict[str, object]:
        """What the hub tells of a file."""
        data = (self.folder / name).read_bytes()
        return {"type": "file", "path": name, "size": len(data), "oid": hashlib.sha1(data).hexdigest()}  # noqa: S324


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    """A server that knows the model `owner/tiny`."""
    state = Hub(write_encoder(tmp_path / "server" / "tiny"))
    (state.folder / "pickle.bin").write_bytes(b"what nobody asked for")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.wfile.write(self.answered())

        def do_HEAD(self) -> None:
            self.answered()

        def log_message(self, *_arguments: object) -> None:
            """Be silent."""

        def answered(self) -> bytes:
            path = self.path.split("?")[0]
            state.asked.append((self.command, path))
            state.headers.append(dict(self.headers))
            if path == "/api/models/owner/tiny/revision/main":
                files = [{"rfilename": name} for name in state.names]
                return self.given(json.dumps({"id": "owner/tiny", "sha": REVISION, "siblings": files}).encode())
            if path == f"/api/models/owner/tiny/tree/{REVISION}":
                return self.given(json.dumps([state.entry(name) for name in state.names]).encode())
            start = f"/owner/tiny/resolve/{REVISION}/"
            if path.startswith(start) and path.removeprefix(start) in state.names:
                return self.given((state.folder / path.removeprefix(start)).read_bytes())
            self.send_response(404)
            self.send_header("X-Error-Code", "RepoNotFound")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return b""

        def given(self, data: bytes) -> bytes:
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("ETag", f'"{hashlib.sha1(data).hexdigest()}"')  # noqa: S324 - as the hub does
            self.send_header("X-Repo-Commit", REVISION)
            self.end_headers()
            return data

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        state.address = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield state
        server.shutdown()


@pytest.fixture
def call(tmp_path: Path) -> Path:
    """A folder with two texts and a comparison file that names the model."""
    for name, text in (("a.txt", "Trade has grown."), ("b.txt", "The commerce increased.")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    sides = "sides:\n- {id: a, file: a.txt, language: en}\n- {id: b, file: b.txt, language: en}\n"
    (tmp_path / "call.yaml").write_text(
        f"{sides}align: {{matcher: semantic, model: 'hub:owner/tiny'}}\n", encoding="utf-8"
    )
    return tmp_path


def report(call: Path, hub: Hub, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HF_")}
    return subprocess.run(
        [sys.executable, "-m", "readcompare", "report", "-f", "json", *words],
        cwd=call,
        env=environment | {"HF_ENDPOINT": hub.address, "HF_HOME": str(call / "kept"), "HF_TOKEN": "hf_nobodys"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_a_model_is_fetched_once_and_nothing_is_told_about_the_user(call: Path, hub: Hub) -> None:
    words = ("a.txt", "b.txt", "--matcher", "semantic", "--model", "hub:owner/tiny")
    first = report(call, hub, *words)
    assert first.returncode == 0, first.stderr
    assert json.loads(first.stdout)["comparison"]["recipe"]["model"]["name"] == "hub:owner/tiny"
    assert {command for command, _ in hub.asked} == {"GET", "HEAD"}
    assert not [path for _, path in hub.asked if "pickle" in path]
    assert not [headers for headers in hub.headers if {"authorization", "cookie"} & {name.lower() for name in headers}]
    asked = len(hub.asked)
    second = report(call, hub, *words)
    assert (second.stdout, len(hub.asked)) == (first.stdout, asked)


def test_a_comparison_file_fetches_nothing(call: Path, hub: Hub) -> None:
    done = report(call, hub, "call.yaml")
    assert done.returncode == 2
    assert done.stderr == (
        "readcompare: hub:owner/tiny: this model is not on this machine; fetch it once by naming it on the command "
        "line: --model hub:owner/tiny\n"
    )
    assert hub.asked == []
    assert report(call, hub, "call.yaml", "--model", "hub:owner/tiny").returncode == 0
    asked = len(hub.asked)
    assert report(call, hub, "call.yaml").returncode == 0
    assert len(hub.asked) == asked


def test_what_cannot_be_fetched_is_told_in_one_line(call: Path, hub: Hub) -> None:
    words = ("a.txt", "b.txt", "--matcher", "semantic", "--model")
    unknown = report(call, hub, *words, "hub:owner/nothing")
    assert (unknown.returncode, unknown.stderr) == (
        2,
        "readcompare: hub:owner/nothing: the hub has no public model of this name\n",
    )
    hub.names = ("README.md", "config.json")
    partial = report(call, hub, *words, "hub:owner/tiny")
    assert partial.returncode == 2
    assert "what came is no whole model of model2vec" in partial.stderr
    assert partial.stderr.count("\n") == 1
    hub.address = "http://127.0.0.1:9"  # where nobody answers
    away = report(call, hub, *words, "hub:owner/other")
    assert (away.returncode, away.stderr) == (
        2,
        "readcompare: hub:owner/other: the hub cannot be reached, and the model is not on this machine\n",
    )


@pytest.mark.parametrize("named", ["hub:", "hub:tiny", "hub:a/b/c", "hub:../b", "hub:a/..", "hub:a b/c", "hub:/etc"])
def test_what_is_no_name_on_the_hub_is_told(named: str) -> None:
    assert name_trouble(named) == "a model of the hub is named hub:OWNER/NAME"
    assert name_trouble("hub:owner/tiny-1.0_b") is None


def test_a_model_is_called_by_its_own_name_and_not_by_where_it_stands(tmp_path: Path) -> None:
    assert folder_name("hub:owner/tiny") == "hub:owner/tiny"
    assert folder_name(str(tmp_path / "models" / "tiny")) == "tiny"
