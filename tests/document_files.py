"""Documents that tests read: made here, in our own words."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import docx
from docx.oxml import OxmlElement


def a_document() -> bytes:
    made = docx.Document()
    made.core_properties.title = "Gespräch"
    made.core_properties.language = "de-DE"
    made.core_properties.author = "Kanzleramt"
    made.sections[0].header.paragraphs[0].text = "Kopfzeile"
    made.add_heading("Gespräch", 1)
    made.add_paragraph("Pressemitteilung 12/2021")
    paragraph = made.add_paragraph("Beide Seiten sprachen ")
    inserted = OxmlElement("w:ins")
    inserted.append(paragraph.add_run("lange ")._r)
    paragraph._p.append(inserted)
    deleted = OxmlElement("w:del")
    deleted.append(paragraph.add_run("kurz ")._r)
    paragraph._p.append(deleted)
    paragraph.add_run("miteinander.")
    made.add_paragraph("Getreide", style="List Bullet")
    made.add_paragraph("Karten", style="List Bullet")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Pumpen", "Dezember"
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def a_pdf(pages: Sequence[Sequence[tuple[int, str]]], information: Mapping[str, str] | None = None) -> bytes:
    """A PDF whose pages hold lines, each at a height in points."""
    told = " ".join(f"/{key} ({value})" for key, value in (information or {}).items())
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        drawn = "\n".join(f"BT /F1 11 Tf 72 {height} Td ({line}) Tj ET" for height, line in lines)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream")
    objects.append(f"<< {told} >>")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode("cp1252")


TWO_PAGES = a_pdf(
    [
        [(800, "Office of Sample"), (740, "Press release 7"), (700, "The two sides spoke for an hour and"),
         (686, "agreed on the river crossing."), (650, "- grain before the winter"), (636, "- maps of the wells"),
         (600, "The talks on the bridge in the north"), (40, "1")],
        [(800, "Office of Sample"), (760, "will go on in spring."), (40, "2")],
    ],
    {"Title": "A call", "Author": "Office", "CreationDate": "D:20211110120000Z"},
)  # fmt: skip
