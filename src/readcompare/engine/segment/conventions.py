"""Writing conventions that decide whether a full stop ends a sentence, as data for each language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """Abbreviations and sentence openings of one language.

    An abbreviation stands without its last stop. A dotted one is in lower case and without blanks (`z.b`); of the
    others one in lower case also matches its capitalised form, a capitalised one only itself (`Art` is no `art`).
    """

    bound: frozenset[str] = frozenset()
    """Never end a sentence: something must follow."""
    numbered: frozenset[str] = frozenset()
    """Abbreviations before a number, ordinary words otherwise (`no`)."""
    weak: frozenset[str] = frozenset()
    """End a sentence only before one of the `starters`: a capital may be that of a name or a noun."""
    final: frozenset[str] = frozenset()
    """End a sentence before any capital."""
    starters: frozenset[str] = frozenset()
    """Words that, capitalised after an abbreviation, begin a sentence."""
    months: frozenset[str] = frozenset()
    """Names of months after an ordinal number written with a stop; empty where ordinals are written otherwise."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_GERMAN = Conventions(
    bound=_words(
        "abs abt allg aufl bd betr bez bsp bspw bzgl bzw ca d.h dipl dir dr einschl entspr etw evtl exkl frhr "
        "geb gem gest gez ggf ggü griech habil hg hl hr hrsg iur i.d.f i.d.r i.h.v i.s.d i.s.v i.v.m ing inkl insb insbes "
        "jew jur kath lfd lt max m.e med mind mr mrs ms mtl nat nr o.g phil pol präs prof rd rer resp russ s.o s.u "
        "sog spez st stellv stv tel u.u u.zw urspr ev v.a verh versch vgl vorm vors vs z.b z.hd z.t z.z z.zt zit zw zzgl "
        "ziff zus Botsch Frl Fr Staatssekr"
    ),
    numbered=_words("Art Kap Tz Rn S"),
    weak=_words(
        "a.d a.m apr aug chr n.chr v.chr co corp dez dgl e.v febr feb ff gen i.r inc jan jh jhd jr jul jun kg ltd min mio "
        "mrd mrz nov o.j okt p.m rep sek sen sep sept std str tsd u.a d.j"
    ),
    final=_words("etc o.ä u.a.m u.ä u.dgl u.s.w u.v.a u.v.m usf usw"),
    starters=_words(
        "Aber Alle Allein Allerdings Als Also Am An Anschließend Auch Auf Aus Außerdem Bei Beide Beiden Bereits Bis Da "
        "Dabei Dadurch Dafür Dagegen Daher Damit Danach Daneben Dann Daran Darauf Daraufhin Darin Darum Darunter "
        "Darüber Das Dass Davon Davor Dazu Dem Den Denn Dennoch Der Deren Des Deshalb Dessen Deswegen Die Dies Diese Diesem "
        "Diesen Dieser Dieses Doch Dort Durch Ebenfalls Ebenso Ein Eine Einem Einen Einer Eines Einige Er Erst Es Etwa "
        "Ferner Für Gegen Gemeinsam Gestern Gleichzeitig Gleichwohl Hier Hierbei Hierfür Hierzu Heute Ich Ihr Ihre "
        "Ihren Ihrer Im In Insbesondere Insgesamt Jede Jeder Jedoch Kein Keine Keiner Konkret Laut Man Mehr Mehrere Mit "
        "Nach Nachdem Neben Nicht Nichts Niemand Noch Nun Nur Ob Obwohl Oder Ohne Rund Schließlich Sein Seine Seinen Seit "
        "Seitdem Sie So Sobald Solche Sollte Somit Sowohl Später Stattdessen Trotz Trotzdem Um Und Uns Unser Unsere "
        "Unter Viele Vielmehr Vom Von Vor Vorher Wann Warum Was Wegen Weil Weiter Weitere Weiterhin Welche Wenn Wer Wie "
        "Wir Wo Während Zu Zudem Zuerst Zugleich Zuletzt Zum Zunächst Zur Zusätzlich Zuvor Zwar Zwischen Über Überdies"
    ),
    months=_words(
        "Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November Dezember "
        "Jan Feb Febr Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez"
    ),
)

_ENGLISH = Conventions(
    bound=_words(
        "approx ca capt cf cmdr col dr e.g excl gov hon i.e incl lt maj messrs mr mrs ms mt pres prof rep resp sgt st "
        "viz vs Adm Amb Asst Atty Brig Cpl Dep Dept Fr Ft Gen Pvt Rev Sec Secy Sen Supt Gens Sens Reps Drs Profs"
    ),
    numbered=_words("no nos art arts para paras sec vol vols fig figs ch chap op p pp"),
    weak=_words(
        "al co corp esq hr hrs inc jr ltd min mins ph.d m.d b.a m.a sr Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed "
        "Thu Thur Thurs Fri Ave Blvd Bros Rd"
    ),
    final=_words("a.m p.m etc ibid"),
    starters=_words(
        "A According Additionally After All Also Although Among An And Another Any Are As At Because Before Both But By "
        "Can Could Despite Did Do Does During Each Earlier Either Even Every Finally First For From Further Furthermore "
        "Had Has Have He Her Here His How However If In Instead Is It Its Last Later Many Meanwhile More Moreover Most "
        "My Neither Nevertheless No Nobody None Nor Not Nothing Now On Once One Only Or Other Others Our Several "
        "Shall She Should Since So Some Still Such That The Their Then There Therefore These They This Those Though "
        "Through Throughout Thus To Today Together Tomorrow Under Until Upon Was We Were What When Where Whether Which "
        "While Who Whose Why With Within Without Would Yesterday Yet You Your"
    ),
)

_RUSSIAN = Conventions(
    bound=_words(
        "акад вкл внеш гл ген гос дж доб доп док и.о исх нац "
        "напр ок осн отв пом пп прил прим проф разд рез респ св см соч ср ст стр "
        "т.е т.к т.н т.о т.ч тов тт ул юр Ал Вл Дж Мин Зам"
    ),
    numbered=_words("рис табл тел"),
    weak=_words("англ бул гр долл им итал кв корп наб обл оз пер пл пос просп ред фр к.т.н коп мин млн млрд мл пр проч сек тыс трлн эл"),
    final=_words("др т.д т.п с.г т.г п.г н.э б.г м.г"),
    starters=_words(
        "А Без Благодаря Были Было Был Была В Вам Вас Ведь Весь Во Вместе Вновь Вот Вы Все Всё Всего Всех Вчера Где Для До "
        "Другие Да Его Ей Ему Если Ещё Её Завтра За Затем Здесь И Из Или Им Их К Как Какие Ко Когда "
        "Кроме Кто Между Многие Мы На Над Накануне Наряду Наш Наша Наши Не Несмотря Нет Ни Никто Ничего Но "
        "О Об Оба Обе Однако Он Она Они Оно От Отдельно Отмечено Очень Перед По Под Подтверждено Поэтому Пока "
        "После Потом Почему При Про Разговор Ранее Речь С Сегодня Сейчас Скоро Со Согласно "
        "Состоялся Состоялась Состоялось Среди Стороны Так Также Такая Такие Такое Такой Там Те Тем Теперь То Тогда Того Тот У "
        "Уже Через Что Чтобы Хотя Эта Эти Этим Этих Это Этого Этой Этом Этот Я"
    ),
)

_OTHER = Conventions(
    numbered=_words("al art chap fig no nr p par pp vol ст"),
    weak=_words(
        "EE cap dott dr dra gen gral ing mgr mm mme mr mrs ms pdte prof sig sra srta sr st św tzw ul "
        "акад вул дж дол ім им напр обл проф св см тис ул"
    )
)

_BY_LANGUAGE = {"de": _GERMAN, "en": _ENGLISH, "ru": _RUSSIAN}


def conventions_of(language: str) -> Conventions:
    """Conventions of a language given as BCP 47 tag; for a language without lists of its own what many share."""
    return _BY_LANGUAGE.get(language.partition("-")[0].lower(), _OTHER)
