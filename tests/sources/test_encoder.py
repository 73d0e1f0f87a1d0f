"""A model is read from a folder, and from nowhere else; what is no model is told in one line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from encoder_files import write_encoder
from readcompare.errors import InputError, UsageError
from readcompare.sources.encoder import folder_trouble, open_encoder, yardstick

# Ends the process at the first touch of the network, whatever would become of it.
WATCHED = """
import os, sys
def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind"):
        os.write(2, f"network: {event} {arguments[1:]}\\n".encode())
        os._exit(99)
sys.addaudithook(watch)
from readcompare.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_encoder(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture
def copy(model: Path, tmp_path: Path) -> Path:
    """A model that a test may damage."""
    return Path(shutil.copytree(model, tmp_path / "mine"))


def test_every_language_tells_the_same_statements_twice() -> None:
    assert set(yardstick()) == {"de", "en", "ru"}
    assert {len(statements) for statements in yardstick().values()} == {12}
    for statements in yardstick().values():
        sentences = [text for wordings in statements for text in wordings]
        assert len(sentences) == len(set(sentences)) == 24


def test_vectors_have_the_length_of_one_or_none(model: Path) -> None:
    encoder = open_encoder(str(model), "tiny")
    known = yardstick()["en"][0][0]
    vectors = encoder.encode([known, "zzz", known])
    assert np.linalg.norm(vectors, axis=1).tolist() == pytest.approx([1, 0, 1], abs=1e-5)
    assert encoder.encode([]).shape == (0, vectors.shape[1])
    assert (encoder.mark.name, len(encoder.mark.sha256)) == ("tiny", 64)


def test_another_model_has_another_digest(model: Path, tmp_path: Path) -> None:
    other = write_encoder(tmp_path / "other", seed=2)
    marks = [open_encoder(str(folder), "m").mark.sha256 for folder in (model, other, model)]
    assert marks[0] == marks[2] != marks[1]


def test_a_model_that_changes_is_read_again(copy: Path, tmp_path: Path) -> None:
    before = open_encoder(str(copy), "mine").mark
    shutil.copytree(write_encoder(tmp_path / "other", seed=3), copy, dirs_exist_ok=True)
    os.utime(copy / "model.safetensors", (1, 1))
    assert open_encoder(str(copy), "mine").mark != before


def test_the_layout_of_sentence_transformers_is_read(copy: Path) -> None:
    from safetensors.numpy import load_file, save_file

    vectors = load_file(copy / "model.safetensors")["embeddings"]
    (copy / "model.safetensors").unlink()
    (copy / "0_StaticEmbedding").mkdir()
    save_file({"embedding.weight": vectors}, copy / "0_StaticEmbedding" / "model.safetensors")
    (copy / "tokenizer.json").rename(copy / "0_StaticEmbedding" / "tokenizer.json")
    (copy / "config.json").rename(copy / "config_sentence_transformers.json")
    assert open_encoder(str(copy), "mine").encode(["trade"]).shape == (1, vectors.shape[1])


def test_what_is_no_folder_with_a_model_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    assert "no such folder" in str(folder_trouble(str(tmp_path / "nowhere")))
    assert "this is a file" in str(folder_trouble(str(tmp_path / "file")))
    assert "model.safetensors" in str(folder_trouble(str(tmp_path / "empty")))
    assert folder_trouble("\0") is not None
    assert folder_trouble("x" * 5000) is not None
    with pytest.raises(InputError, match="empty: no model of model2vec"):
        open_encoder(str(tmp_path / "empty"), "empty")


def cut(folder: Path, name: str) -> None:
    (folder / name).write_bytes((folder / name).read_bytes()[:500])


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def other_tensor(folder: Path) -> None:
    from safetensors.numpy import save_file

    save_file({"encoder.layer.0.weight": np.zeros((3, 3), np.float32)}, folder / "model.safetensors")


def fewer_vectors(folder: Path) -> None:
    from safetensors.numpy import save_file

    save_file({"embeddings": np.zeros((3, 4), np.float32)}, folder / "model.safetensors")


DAMAGES: dict[str, Callable[[Path], None]] = {
    "vectors cut": lambda folder: cut(folder, "model.safetensors"),
    "vectors empty": lambda folder: put(folder, "model.safetensors", ""),
    "vectors that claim to be endless": lambda folder: put(folder, "model.safetensors", "\x7f" * 100),
    "another kind of model": other_tensor,
    "fewer vectors than words": fewer_vectors,
    "tokenizer cut": lambda folder: cut(folder, "tokenizer.json"),
    "tokenizer of another form": lambda folder: put(folder, "tokenizer.json", "[1, 2]"),
    "configuration of another form": lambda folder: put(folder, "config.json", "[1, 2]"),
    "configuration no JSON": lambda folder: put(folder, "config.json", "{"),
    "configuration with wrong types": lambda folder: put(folder, "config.json", '{"max_length": "long"}'),
    "a card that is no card": lambda folder: put(folder, "README.md", "---\n{a: [\n---\n"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_model_is_told_in_one_line(copy: Path, damage: str) -> None:
    DAMAGES[damage](copy)
    with pytest.raises(InputError) as caught:
        open_encoder(str(copy), "mine")
    (problem,) = caught.value.problems
    assert problem.path == str(copy)
    assert problem.message.startswith("this is no static model of model2vec, or it is damaged: ")
    assert "\n" not in problem.message


def test_vectors_that_are_no_numbers_are_told(copy: Path) -> None:
    from safetensors.numpy import load_file, save_file

    vectors = np.full_like(load_file(copy / "model.safetensors")["embeddings"], np.nan)
    save_file({"embeddings": vectors}, copy / "model.safetensors")
    with pytest.raises(InputError, match="no number"):
        open_encoder(str(copy), "mine").encode(["trade"])


def test_a_mapping_that_leads_beyond_the_vectors_is_told(copy: Path) -> None:
    from safetensors.numpy import load_file, save_file

    vectors = load_file(copy / "model.safetensors")["embeddings"]
    mapping = np.full(len(vectors), len(vectors) + 7)
    save_file({"embeddings": vectors, "mapping": mapping}, copy / "model.safetensors")
    with pytest.raises(InputError, match="damaged"):
        open_encoder(str(copy), "mine").encode(["trade"])


def test_a_tokenizer_without_its_word_for_unknown_ones_is_told(copy: Path) -> None:
    record = json.loads((copy / "tokenizer.json").read_text(encoding="utf-8"))
    record["model"]["unk_token"] = "x"  # noqa: S105 - no password
    put(copy, "tokenizer.json", json.dumps(record))
    with pytest.raises(InputError, match="damaged"):
        open_encoder(str(copy), "mine").encode(["zzz"])


def test_without_the_packages_the_command_that_installs_them_is_told(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "model2vec", None)
    put(copy, "config.json", json.dumps({"normalize": True, "new": 1}))  # not the one that was read before
    with pytest.raises(UsageError, match=r"pip install 'readcompare\[semantic\]'"):
        open_encoder(str(copy), "mine")


def test_a_folder_never_touches_the_network(model: Path, tmp_path: Path) -> None:
    for name, text in (("a.txt", "Trade has grown."), ("b.txt", "The commerce increased.")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HF_")}
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, "report", "a.txt", "b.txt", "--matcher", "semantic", "--model", str(model)],
        cwd=tmp_path,
        env=environment | {"HF_HOME": str(tmp_path / "hub")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "semantic matcher: model tiny" in " ".join(done.stdout.split())
    assert not (tmp_path / "hub").exists()
