"""Writing conventions that decide whether a full stop ends a sentence, as data for each language."""

from __future__ import annotations

from msgspec import Struct


class Conventions(Struct, frozen=True):
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
        "abs abt allg anl anm aufl bd beschl betr bez Botsch bsp bspw bzgl bzw ca d.h dipl dir dr ebd einschl "
        "entspr etw ev evtl exkl fn Fr frhr Frl geb gem gest gez ggf ggü griech habil hg hl hr hrsg i.d.f i.d.r "
        "i.h.v i.s.d i.s.v i.v.m ing inkl insb insbes iur jew jur kath lfd lt m.e med mind mr mrs ms mtl nat nr "
        "o.g phil pol prof präs rd rer resp russ s.o s.u sog spez st Staatssekr stellv stv tel u.u u.zw urspr v.a "
        "verh versch vgl vorm vors vs z.b z.hd z.t z.z z.zt ziff zit zus zw zzgl"
    ),
    numbered=_words("Art Kap Rn Tz"),
    weak=_words(
        "a.d apr aug chr co corp d.j dez dgl e.v feb febr ff gen i.r inc jan jh jhd jr jul jun kg ltd max min mio "
        "mrd mrz n.chr nov o.j okt rep sek sekr sen sep sept std str tsd u.a v.chr"
    ),
    final=_words("etc o.ä u.a.m u.dgl u.s.w u.v.a u.v.m u.ä usf usw"),
    starters=_words(
        "Aber Alle Allein Allerdings Als Also Am An Anschließend Auch Auf Aus Außerdem Bei Beide Beiden Bereits Bis "
        "Da Dabei Dadurch Dafür Dagegen Daher Damit Danach Daneben Dann Daran Darauf Daraufhin Darin Darum Darunter "
        "Darüber Das Dass Davon Davor Dazu Dem Den Denn Dennoch Der Deren Des Deshalb Dessen Deswegen Die Dies "
        "Diese Diesem Diesen Dieser Dieses Doch Dort Durch Ebenfalls Ebenso Ein Eine Einem Einen Einer Eines Einige "
        "Er Erst Es Etwa Ferner Für Gegen Gemeinsam Gestern Gleichwohl Gleichzeitig Heute Hier Hierbei Hierfür "
        "Hierzu Ich Ihr Ihre Ihren Ihrer Im In Insbesondere Insgesamt Jede Jeder Jedoch Kein Keine Keiner Konkret "
        "Laut Man Mehr Mehrere Mit Nach Nachdem Neben Nicht Nichts Niemand Noch Nun Nur Ob Obwohl Oder Ohne Rund "
        "Schließlich Sein Seine Seinen Seit Seitdem Sie So Sobald Solche Sollte Somit Sowohl Später Stattdessen "
        "Trotz Trotzdem Um Und Uns Unser Unsere Unter Viele Vielmehr Vom Von Vor Vorher Wann Warum Was Wegen Weil "
        "Weiter Weitere Weiterhin Welche Wenn Wer Wie Wir Wo Während Zu Zudem Zuerst Zugleich Zuletzt Zum Zunächst "
        "Zur Zusätzlich Zuvor Zwar Zwischen Über Überdies"
    ),
    months=_words(
        "Apr April Aug August Dez Dezember Feb Feber Febr Februar Jan Januar Jul Juli Jun Juni Jänner Mai Mrz März "
        "Nov November Okt Oktober Sep Sept September"
    ),
)

_ENGLISH = Conventions(
    bound=_words(
        "Adm Amb approx Asst Atty Brig ca capt cf cmdr col Cpl Dep Dept dr Drs e.g excl Fr Ft Gen Gens gov hon i.e "
        "incl lt maj messrs mr mrs ms mt pres prof Profs Pvt rep Reps resp Rev Sec Secy Sen Sens sgt st Supt viz vs"
    ),
    numbered=_words("art arts ch chap fig figs no nos op para paras pp sec vol vols"),
    weak=_words(
        "al Apr Aug Ave b.a Blvd Bros co corp Dec esq Feb Fri hr hrs inc Jan jr Jul Jun ltd m.a m.d Mar min mins "
        "Mon Nov Oct ph.d Rd Sep Sept sr Thu Thur Thurs Tue Tues Wed"
    ),
    final=_words("etc ibid"),
    starters=_words(
        "A According Additionally After All Also Although Among An And Another Any Are As At Because Before Both "
        "But By Can Could Despite Did Do Does During Each Earlier Either Even Every Finally First For From Further "
        "Furthermore Had Has Have He Her Here His How However If In Instead Is It Its Last Later Many Meanwhile "
        "More Moreover Most My Neither Nevertheless No Nobody None Nor Not Nothing Now On Once One Only Or Other "
        "Others Our Several Shall She Should Since So Some Still Such That The Their Then There Therefore These "
        "They This Those Though Through Throughout Thus To Today Together Tomorrow Under Until Upon Was We Were "
        "What When Where Whether Which While Who Whose Why With Within Without Would Yesterday Yet You Your"
    ),
)

_RUSSIAN = Conventions(
    bound=_words(
        "акад Ал вкл Вл внеш ген гл гос Дж дж доб док доп Зам и.о исх Мин напр нац нач ок осн отв пом пп прил прим "
        "проф разд рез респ св соч ср ст стр т.е т.к т.н т.о т.ч тов тт ул юр"
    ),
    numbered=_words("рис табл тел"),
    weak=_words(
        "авг адм англ апр бул дек долл им итал к.т.н кв коп корп мин мл млн млрд наб нояб обл оз окт пер пл полк "
        "пос пр просп проч ред сек сен сент см трлн тыс фев февр фр эл янв"
    ),
    final=_words("б.г др м.г н.э п.г с.г т.г т.д т.п"),
    starters=_words(
        "А Без Благодаря Был Была Были Было В Вам Вас Ведь Весь Вместе Вновь Во Вот Все Всего Всех Всё Вчера Вы Где "
        "Да Далее Для До Другие Его Ей Ему Если Ещё Её За Завтра Затем Здесь И Из Или Им Их К Как Какие Ко Когда "
        "Кроме Кто Между Многие Мы На Над Накануне Наряду Наш Наша Наши Не Несмотря Нет Ни Никто Ничего Но О Об Оба "
        "Обе Однако Он Она Они Оно От Отдельно Отмечено Очень Перед По Под Подтверждено Пока После Потом Почему "
        "Поэтому При Про Разговор Ранее Речь С Сегодня Сейчас Скоро Со Согласно Состоялась Состоялось Состоялся "
        "Среди Стороны Так Такая Также Такие Такое Такой Там Те Тем Теперь То Тогда Того Тот У Уже Хотя Через Что "
        "Чтобы Эта Эти Этим Этих Это Этого Этой Этом Этот Я"
    ),
)

_OTHER = Conventions(
    numbered=_words("al art chap fig no nr par pp vol ст"),
    weak=_words(
        "cap dott dr dra EE gen gral ing mgr mm mme mr mrs ms pdte prof sig sr sra srta st tzw ul św акад вул дж "
        "дол им напр обл проф св см тис ул ім"
    ),
)

_BY_LANGUAGE = {"de": _GERMAN, "en": _ENGLISH, "ru": _RUSSIAN}


def conventions_of(language: str) -> Conventions:
    """Conventions of a language given as BCP 47 tag; for a language without lists of its own what many share."""
    return _BY_LANGUAGE.get(language.partition("-")[0].lower(), _OTHER)
