"""The language of a text, told by its script, its letters and its function words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from readcompare.model.text import UNKNOWN_LANGUAGE

# More characters than this say nothing new.
_ENOUGH = 200_000
# Share of a text's letters that its script must have, 0..1.
_MAJORITY = 0.6
# Kana are rarer than Chinese characters even in Japanese.
_KANA_SHARE = 0.05
# Points a word from which a language counts as recognised; running text has 0.25 to 0.5.
_LEAST_SHARE = 0.1
# Points that a telling letter is worth in a Latin text, where a function word is worth one: names carry foreign letters
# into it (Erdoğan, Türkiye). In a Cyrillic text, which writes names as they sound, a letter is worth one as well.
_LATIN_LETTER_POINTS = 0.25

# A letter with a full stop is short for something: U.S. is no Croatian.
_WORD = re.compile(r"[^\W\d_]{2,}|[^\W\d_](?!\.)")
# In Russian this letter parts a consonant from one of these vowels, as the soft sign does; in Bulgarian it is a vowel.
_PARTING = re.compile("ъ(?=[еёюя])")
# The first and the last letter of each range.
_SCRIPTS = {
    "latin": ("A-Z", "a-z", "À-ɏ", "Ḁ-ỿ"),
    "cyrillic": ("Ѐ-ԯ",),
    "han": ("㐀-鿿",),
    "kana": ("぀-ヿ",),
    "ko": ("가-힣",),
    "arabic": ("ء-ۓ",),
    "he": ("א-ת",),
    "el": ("Ͱ-Ͽ",),
    "ka": ("Ⴀ-ჿ",),
    "hy": ("Ա-և",),
    "hi": ("ऄ-ॡ",),
    "th": ("ก-๛",),
}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LATIN = {
    "de": _words(
        "aber alle allem alles als am an auch auf aus bei beide beim bereits bis da dabei dafür damit dann darauf "
        "darüber das dass dazu dem den denn der deren des dessen die diese diesem diesen dieser dieses doch durch "
        "ein eine einem einen einer er es etwa ferner für gegen ging habe haben hat heute hier hätten ihm ihn ihr "
        "ihre ihren ihrer im in ins ist jedoch jener kam kann kein können man mehr mit muss nach nicht noch nur ob "
        "oder ohne sagte sei seien sein seine seinen seiner seit seitens sich sie sind so solle sondern sowie um "
        "und unter vom von vor war was wegen wenn werde werden wie wir wird wo worden wurde wurden während würde zu "
        "zudem zum zur zwar zwischen über"
    ),
    "en": _words(
        "a about after against all also an and another any are as at be because been before between both but by can "
        "could did do does during each for from further had has have he held her here him his how if in into is it "
        "its just let many me met more most much my no not now of on only or other our out over said she should "
        "since so some spoke such than that the their them then there these they this those through to today under "
        "until up us very was we were what when where whether which while who will with within without would you "
        "your"
    ),
    "fr": _words(
        "a ainsi au aussi autre aux avait avec ce cela ces cet cette chez comme dans de depuis des donc dont du dès "
        "elle en entre est et eu fait il ils la le les leur lors lui mais même ne ni notamment nous ont ou où par "
        "pas pendant plus pour puis quand que qui sa sans se sera ses son sont sous sur tous tout très un une vers "
        "vous y à été être"
    ),
    "es": _words(
        "a al como con de del el ella en entre es esta este fue ha han la las lo los más no para pero por que se "
        "ser su sus también un una y"
    ),
    "it": _words(
        "a al alla anche che con da dal dalla degli dei del della delle di e gli ha hanno i il in la le lo ma nel "
        "nella non per più questo si sono stato sua sul sulla suo tra un una è"
    ),
    "pt": _words(
        "a ao aos as com como da das de do dos e em entre foi mais mas na nas no nos não o os ou para pela pelo por "
        "que se sua são também um uma à é"
    ),
    "nl": _words(
        "aan als bij dat de deze die door een en er hebben heeft het hij in is maar met naar niet of om ook op over "
        "te tot uit van voor was werd wordt zich zijn"
    ),
    "pl": _words(
        "a ale być był była dla do go i jak jako jego jest które który na nad nie o od oraz po pod przez przy "
        "rozmowa się są tego to w we wraz z za ze że"
    ),
    "cs": _words(
        "a ale bude by byl byla byli být do i jako je jeho jejich jsme jsou k která které který mezi má na nebo o "
        "od po pro před při s se si také to v ve z za ze že"
    ),
    "sk": _words(
        "a aj ako ale alebo bol bola boli bude by byť do ich je jeho k ktorá ktoré ktorú ktorý medzi má na nie o od "
        "po pre pri s sa si sme sú tiež to v vo z za zo že"
    ),
    "tr": _words(
        "bir bu da daha de devlet etti ettiği gibi göre iki ile ise için kadar ne o olan olarak oldu olduğu sonra "
        "ve veya çok üzere"
    ),
    "sv": _words(
        "att av de den det efter ej eller en ett från för han har hon i inte kan med mellan men och om på sig ska "
        "som till under var vid är över"
    ),
    "da": _words(
        "af at de den der det efter eller en er et for fra han har hun i ikke kan med mellem men og om over på sig "
        "skal som til under var ved vil"
    ),
    "no": _words(
        "at av ble de den der det eller en er et etter for fra han har hun i ikke kan med mellom men og også om "
        "over på seg skal som til under var ved vil"
    ),
    "hr": _words(
        "ali bi biti da do i ili iz između je kako kao koja koji li na nakon ne nije o od po s sa se su te u za što"
    ),
    "hu": _words("a az azt csak de egy el ez hogy is ki között meg minden mint már még nem szerint után van volt és"),
    "fi": _words("ei että hän ja joka jotka kanssa kun mukaan mutta myös ole oli olla on ovat se sekä tai"),
    "ro": _words(
        "a al ale au care ce cu de din este fi fost la mai nu o pe pentru prin sau se să un unei unui va în și"
    ),
}
_LATIN_LETTERS = {
    "de": "ßäöü",
    "fr": "œùê",
    "es": "ñ¿¡",
    "pt": "ãõ",
    "pl": "ąęłńśźż",
    "cs": "ěřů",
    "sk": "ľĺŕô",
    "fi": "äö",
    "sv": "åäö",
    "tr": "ğışöü",
    "da": "æøå",
    "no": "æøå",
    "hr": "ćđ",
    "hu": "őűöü",
    "ro": "ășț",
}

_CYRILLIC = {
    "ru": _words(
        "а без более будет будут бы был была были было в включая во вокруг всего вы года году для до другая другие "
        "другой его ему если есть ещё её же за здесь и из или им их к как когда которого которой котором которую "
        "которые который кроме лет лишь между мы на над надо наша нашей наши не него ней несколько нет них но ну "
        "нынешней о об обе обоих общей около он она они от очень очередь перед по под после прежде при рамках с "
        "своей своему своих свою себя сейчас со спасибо стороны та также такой такую там тем то только том тому уже "
        "хотя чем через что чтобы эта эти этим этих это этого этой этом этому эту"
    ),
    "uk": _words(
        "а але б без був була було в вона вони від він для до з за зі й його між на над не обидві по при про під "
        "після та також те у це цього що щоб щодо як який які і"
    ),
    "be": _words(
        "а але без была было быць быў гэта гэты да для з за на не па пра пры таксама у што як які якія яна ён і"
    ),
    "bg": _words(
        "а бе без беше в във до за и им като които който която между на не но от по при с са се си след срещу със "
        "това той тя че ще"
    ),
    "sr": _words("а али без била био да до за и из или као која који на не но о од по при са се су то у што је"),
    "mk": _words("а без беше бил била во да до за и или како кои кој која меѓу на не но од по при се со сѐ тоа што ќе"),
}
# In Cyrillic each alphabet has letters that tell it, and lacks some of the others.
_CYRILLIC_LETTERS = {
    "ru": "ыэёь",
    "uk": "їєґі",
    "be": "ўі",
    "bg": "ъ",
    "sr": "ђћјљњџ",
    "mk": "ѓќѕјљњџ",
    "kk": "әғқңөұүһі",
}
_CYRILLIC_LACKS = {
    "ru": "іїєґўђћјљњџѓќѕәғқңөұүһ",
    "uk": "ыэёъўј",
    "be": "ищъїєј",
    "bg": "ыэёіїєўј",
    "sr": "йщъыьэюяёіѓќѕ",
    "mk": "йщъыьэюяёіђћ",
}


def recognise(text: str) -> str:
    """The BCP 47 primary subtag of the language that `text` is written in; `und` when that is not sure."""
    sample = text[:_ENOUGH].lower()
    counts = Counter(sample)
    match _script(counts):
        case "latin":
            return _best(sample, _LATIN, _letters(counts, _LATIN_LETTERS, {}), _LATIN_LETTER_POINTS)
        case "cyrillic":
            parting = len(_PARTING.findall(sample))
            counts["ъ"] -= parting
            counts["ь"] += parting
            return _best(sample, _CYRILLIC, _letters(counts, _CYRILLIC_LETTERS, _CYRILLIC_LACKS), 1)
        case "arabic":
            return _arabic(sample)
        case script:
            return script


def _script(letters: Counter[str]) -> str:
    """The script of most letters, or its only language; `und` without a majority."""
    counts = dict.fromkeys(_SCRIPTS, 0)
    for letter, count in letters.items():
        if script := _script_of(letter):
            counts[script] += count
    kana, han = counts.pop("kana"), counts.pop("han")
    counts["ja" if kana > _KANA_SHARE * (kana + han) else "zh"] = kana + han
    script = max(counts, key=counts.__getitem__)
    return script if counts[script] > _MAJORITY * sum(counts.values()) else UNKNOWN_LANGUAGE


@lru_cache(maxsize=1 << 12)
def _script_of(letter: str) -> str:
    """The script that a letter is of; empty for one of none."""
    return next(
        (name for name, ranges in _SCRIPTS.items() if any(span[0] <= letter <= span[-1] for span in ranges)), ""
    )


def _letters(counts: Counter[str], telling: Mapping[str, str], lacking: Mapping[str, str]) -> dict[str, int]:
    """For each language the number of its telling letters, less that of the letters it does not have."""
    return {
        language: sum(counts[letter] for letter in letters)
        - sum(counts[letter] for letter in lacking.get(language, ""))
        for language, letters in telling.items()
    }


def _best(sample: str, tables: Mapping[str, frozenset[str]], letters: Mapping[str, int], letter_points: float) -> str:
    """The language with most points for function words and letters; `und` when they are few, or two lead.

    One word tells nothing: it may be a name, and "ja" is a word of many languages.
    """
    words = Counter(_WORD.findall(sample))
    points = {
        language: letter_points * letters.get(language, 0)
        + sum(words[word] for word in words.keys() & tables.get(language, ()))
        for language in {**tables, **letters}
    }
    first, second = sorted(points, key=points.__getitem__, reverse=True)[:2]
    is_sure = (
        words.total() > 1 and points[first] >= max(1, _LEAST_SHARE * words.total()) and points[first] > points[second]
    )
    return first if is_sure else UNKNOWN_LANGUAGE


def _arabic(sample: str) -> str:
    """Arabic, Persian or Urdu, by the letters that the latter two added."""
    if any(letter in sample for letter in "ٹڈڑےں"):
        return "ur"
    return "fa" if any(letter in sample for letter in "پچژگک") else "ar"
