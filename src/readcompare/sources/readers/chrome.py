"""Lines that stand around an office's words on its pages: file marks, datelines, share buttons, end marks."""

from __future__ import annotations

import re

_EDGE = 4  # paragraphs at each end among which such lines are looked for
_LONGEST = 120  # characters; a longer paragraph says something

_MONTHS = (
    "januar february februar january märz march april mai may juni june juli july august september oktober october "
    "november dezember december janvier février mars avril juin juillet août septembre octobre novembre décembre "
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
).split()
_DATE = (
    rf"(?:\w+,?\s+)?(?:(?:le\s+|den\s+|am\s+)?\d{{1,2}}(?:\.|er|st|nd|rd|th)?\s+(?:{'|'.join(_MONTHS)}),?\s+\d{{4}}"
    rf"|(?:{'|'.join(_MONTHS)})\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}|\d{{4}}-\d\d-\d\d"
    r"|\d{4}年\d{1,2}月\d{1,2}日)"
)
_TIME = r"(?:[,|\s]*(?:at|um|à|в)?\s*\d{1,2}[:.h]\d{2}(?:\s*(?:uhr|[ap]\.?m\.?|\w{2,4}))?)?"
_PLACE = r"(?:[\w .’'-]{2,40},\s*)?"
_SHARE = (
    "teilen|share|partager|поделиться|drucken|print|imprimer|печать|версия для печати|e-mail|email|tweet|copy link"
    r"|auf \w+ teilen|share (?:this )?(?:page|on \w+)|partager (?:sur \w+|la page)|facebook|twitter|whatsapp|telegram"
    r"|link kopieren|seite drucken|listen|vorlesen|прослушать|【?(?:打印|关闭|纠错|分享到?)】?|\s|[|·/,:]"
)
_WHEN = "published|updated|veröffentlicht|stand|publié|mis à jour|опубликовано|дата публикации|发布时间"
_FILE_MARK = r"(?:gemeinsame )?(?:pressemitteilung|presseerklärung|mitteilung)(?:\s*(?:nr\.?|nummer)?\s*\d+(?:/\d+)?)?"
_LINES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_PLACE}{_DATE}{_TIME}(?:\s*года)?(?:,?\s*[\w .’'-]{{2,40}})?",
        rf"{_FILE_MARK}(?:\s*[|·–-].*)?",
        r"press release(?:\s*(?:no\.?)?\s*\d+(?:/\d+)?)?|for immediate release|immediate release|readout|news story",
        r"communiqué(?: de presse)?|пресс-релиз(?:\s*№?\s*\d+)?",
        rf"(?:{_SHARE})+",
        r"#{2,3}|-\s*(?:end|ende|30)\s*-|end|ends|ende",
        rf"(?:{_WHEN})\b.{{0,30}}?{_DATE}{_TIME}.{{0,20}}",
        r"(?:status of material|статус материала|the source of information|source|quelle|источник)\s*:.{0,80}",
        r"(?:text version|текстовая версия|опубликован в раздел\w+|published in sections?)\s*:.{0,80}",
    )
)


def without_chrome(paragraphs: list[str]) -> tuple[list[str], list[str]]:
    """The paragraphs without such lines at either end, and the lines that were dropped, in order."""
    is_chrome = [len(paragraph) <= _LONGEST and _is_chrome(paragraph) for paragraph in paragraphs]
    last = len(paragraphs) - _EDGE
    kept: list[str] = []
    dropped: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        at_edge = number < _EDGE or number >= last
        (dropped if at_edge and is_chrome[number] else kept).append(paragraph)
    return kept, dropped


def _is_chrome(paragraph: str) -> bool:
    line = " ".join(paragraph.split()).strip()
    return any(pattern.fullmatch(line) for pattern in _LINES)


def date_in(text: str) -> str | None:
    """The ISO 8601 date of the first full date in `text`, in any of the languages of the forms above."""
    match = re.search(
        rf"(?P<d>\d{{1,2}})(?:\.|er|st|nd|rd|th)?\s+(?P<m>{'|'.join(_MONTHS)}),?\s+(?P<y>\d{{4}})"
        rf"|(?P<m2>{'|'.join(_MONTHS)})\s+(?P<d2>\d{{1,2}}),?\s+(?P<y2>\d{{4}})"
        r"|(?P<y3>\d{4})[-年](?P<m3>\d{1,2})[-月](?P<d3>\d{1,2})"
        r"|(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})\.(?P<y4>\d{4})",
        text,
        re.IGNORECASE,
    )
    if match is None:
        return None
    day, month, year = (next(v for k, v in match.groupdict().items() if k[0] == key and v) for key in "dmy")
    number = int(month) if month.isdecimal() else _month(month.lower())
    return f"{year}-{number:02}-{int(day):02}" if 1 <= number <= 12 and 1 <= int(day) <= 31 else None


def _month(name: str) -> int:
    stems = (
        ("jan", "янв"), ("feb", "fév", "фев"), ("mär", "mar", "мар"), ("apr", "avr", "апр"), ("mai", "may", "мая"),
        ("jun", "juin", "июн"), ("jul", "juil", "июл"), ("aug", "aoû", "авг"), ("sep", "сен"), ("okt", "oct", "окт"),
        ("nov", "ноя"), ("dez", "dec", "déc", "дек"),
    )  # fmt: skip
    return next(number for number, starts in enumerate(stems, start=1) if name.startswith(starts))
