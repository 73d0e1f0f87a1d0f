"""Words in a form for matching: stems, and the function words that carry no content."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import Stemmer

# ISO 639-1 codes of the languages for which Snowball (Porter 2001) has a stemmer.
_ALGORITHMS = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(
        "a about after all also an and any are as at be been before being both but by can could did do does during "
        "each either for from further had has have he her hers him his how if in including into is it its "
        "itself more most "
        "mr mrs ms much must nor of on one only or other our out over own per she should since so some such than that "
        "the their them then there these they this those though through to too under until up upon very was we were "
        "what when where which while who whom whose why will with within would you your i me my not no".split()
    ),
    "de": frozenset(
        "aber alle allen aller alles als also am an andere anderen auch auf aus bei beide beiden beim bis da dabei "
        "dafür damit danach dann daran darauf daraus darin darüber das dass davon dazu dem den denen der deren "
        "des dessen "
        "dem die dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines er es etwa "
        "für gegen hat hatte hatten haben habe ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in ins ist jede jeder "
        "jedes kein keine man mehr mit nach nicht noch nun nur ob oder ohne sehr sei seien sein seine seinem seinen "
        "seiner seines seit sich sie sind so solche sowie um und uns unter vom von vor war waren was weil welche "
        "welcher wenn werde werden wie wieder wird wo wurde wurden während zu zum zur zwischen über".split()
    ),
    "ru": frozenset(
        "а без более бы был была были было быть в вместе во все всем всех вы где да для до его ее если еще же за и из "
        "или им имени их к как какие которая которого которой котором которые который которым которых которую кто "
        "ли между мы на над не него нее нем ни них но о об обе обеих однако он она они оно от по под при про с сам "
        "свое своего своей своем свои своих свой своим со среди так также там тем том тот тоже того той только ту "
        "ты у уже чем что чтобы эта эти этих это этого этой этом этот эту я является являются".split()
    ),
    "fr": frozenset(
        "a ainsi alors après au aux avec ce cette ces cet comme dans de des deux du elle en entre est et ont été être "
        "il ils la le les leur leurs lors lui mais même ne nos notre nous on ou par pas pour plus qu que qui sa sans "
        "se ses si son sont sur sous un une vers y à d l s n c qu' jusqu' lorsqu' puisqu' quoiqu'".split()
    ),
}
"""Casefolded, ё written as е; a language without a list has none, and its long words count as content."""


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """The Snowball stemmer of `language`; words as they are when there is none."""
    algorithm = _ALGORITHMS.get(language)
    return Stemmer.Stemmer(algorithm).stemWord if algorithm else str


def is_content(word: str, language: str) -> bool:
    """True for a folded word that carries content: no function word, and longer than two letters."""
    return len(word) > 2 and word not in FUNCTION_WORDS.get(language, ())
