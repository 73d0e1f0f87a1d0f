"""Segmentation of what offices write, beside the shared cases: titles, dates, laws, transcripts, lists, headings."""

from __future__ import annotations

import pytest

from readcompare.engine.segment import segment
from readcompare.model.text import Readout

# ¦ is a required boundary, ‖ one that may or may not be set.
CASES = {
    "de": (
        "Am 24. und 25. Februar tagte der Rat.¦ Am 26. reiste Scholz ab.¦ Die EU-27 einigten sich.",
        "Der 2. Weltkrieg endete am 8. Mai 1945.¦ Der 3. Oktober ist Feiertag.",
        "Bundeskanzler Scholz empfing am 14. Februar d. J. Präsident Selenskyj.¦ Es war das 3. Treffen in diesem Jahr.",
        "Papst Johannes Paul II. und Königin Elisabeth II. trafen sich 1982.¦ Benedikt XVI. folgte 2005.",
        "Die Resolution 2202 (2015) des VN-Sicherheitsrats gilt.¦ S. 5 f. enthält Näheres, Art. 51 VN-Charta ebenso.",
        "S.E. Botschafter Dr. h.c. Meyer war anwesend.¦ Frau Prof. Dr. med. Schulze ebenfalls.",
        "Sie sprach mit dem sog. „Präsidenten“ Lukaschenko.¦ Dieser dankte.",
        "Der Kanzler wies Angriffe dieser Art zurück.¦ Russland müsse handeln.",
        "Er wies Angriffe aller Art.¦ Der Kreml schwieg.",
        "Die Bundesregierung stellt 200 Mio. Euro bereit, davon 50 Mio. für Zelte.¦ Weitere 20 Mio. Euro folgen.",
        "Die Lage ist ernst (vgl. Bericht vom 3. März).¦ Der Kanzler reist am 5. März 2022 nach Moskau.",
        "„Nein!“, rief er.¦ „Warum nicht?“ fragte sie.¦ Es blieb offen.",
        "Die Kanzlerin sagte (wörtlich): „Wir schaffen das.“¦ Das war 2015.¦ 2016 wiederholte sie es.",
        "Das Gespräch endete um 15 Uhr.¦ 20 Minuten später begann das nächste.",
        (
            "Fragen beantwortet das BPA, Tel.: 030 18 272-0, E-Mail: info@bpa.bund.de.¦ Weitere Informationen "
            "unter https://www.bundesregierung.de."
        ),
        (
            "Der Regierungssprecher, Staatssekretär Steffen Seibert, teilte mit:‖ Bundeskanzlerin Dr. Merkel "
            "telefonierte heute mit US-Präsident Joe Biden.¦ Sie dankte ihm."
        ),
        "Mit Beschl. v. 3.3.2022 wurde die Hilfe verlängert.¦ Ab 1.4. gilt Neues.",
        "Die Gespräche finden am 1.9. statt.¦ Nach dem 15.9. folgt Teil zwei.",
        (
            "An der Sitzung nahmen Vertreter Frankreichs, Deutschlands, der Ukraine u. a. teil.¦ Der Termin war "
            "vertraulich."
        ),
        "Die Minister (Verteidigung, Äußeres usw.) tagten.¦ Ergebnis: keines.",
        "Deutschland liefert 14 Panzer vom Typ Leopard 2.¦ Die Ausbildung beginnt im Februar.",
        (
            "Kanzler Scholz reist zum G20-Gipfel nach Bali.¦ Dort trifft er u. a. Präsident Xi.¦ Am Rande ist "
            "ein Treffen mit Erdoğan geplant."
        ),
        "Das gilt ab dem 1. Januar.¦ Die Frist endet am 31.¦ Danach gilt altes Recht.",
        "Das Format wird z. Zt. nicht genutzt, d. h. es ruht.¦ Der Kanzler will es wiederbeleben.",
        "Ministerpräsident i. R. Schröder war nicht beteiligt.¦ Gazprom Germania GmbH & Co. KG auch nicht.",
        "Die Kanzlerin sagte zu, den\n3. Dezember als Termin zu prüfen.¦ Präsident\nPutin stimmte zu.",
        (
            "TELEFONAT MIT PRÄSIDENT PUTIN¦\nBerlin, 10. November 2021¦\nBundeskanzlerin Merkel hat heute mit "
            "dem russischen Präsidenten telefoniert und dabei die Lage besprochen.¦ Mehr folgt."
        ),
        (
            "Die Seiten „bedauern“ den Vorfall.¦ „Bedauern“ sei aber nicht genug, so der Kanzler.¦ (Anm. d. "
            "Red.: Das Gespräch dauerte 30 Min.)¦ Es endete früh."
        ),
        (
            "Der Vorfall ereignete sich 3 km vor Mariupol.¦ Ca. 300 Menschen wurden evakuiert, darunter ca. 50 "
            "Kinder.¦ Ihr Zustand ist stabil."
        ),
        "Die USA, Großbritannien u. v. m. stimmten zu.¦ Dem schloss sich die Bundesrepublik an.",
        "Das Referendum ist gem. Völkerrecht ungültig.¦ Vgl. dazu Erklärung Nr. 12 v. 16. März 2014.¦ Sie liegt bei.",
        (
            "Der Bundeskanzler sagte: „Putin muss verstehen, dass er verliert!“¦ Macron ergänzte: „So ist es.“¦ "
            "Beide wollen reden."
        ),
        (
            "Nach Art. 5 des NATO-Vertrages gilt: Ein Angriff auf einen ist ein Angriff auf alle.¦ Das sagte "
            "die Bundeskanzlerin ausdrücklich.[1]¦ Sie bekräftigte es.[2]"
        ),
        "Das Abkommen trat am 1. Jan. 2020 in Kraft.¦ Am Mo., 5. Okt., wurde es verlängert.",
        "Er sprach mit dem Präs. der Ukraine, W. Selenskyj.¦ Min.-Präs. Mitsotakis und AM Dr. Kuleba waren dabei.",
        "Das Treffen mit Xi Jinping fand in der 2. Hälfte des Jahres statt.¦ Im 1. Halbjahr war es nicht möglich.",
        "Im Gespräch ging es um …¦ Das wurde nicht bekannt.",
        "Er sagte: „Die … Lage ist ernst“.¦ Punkt.",
        (
            "Pressemitteilung 123/22¦\nBundeskanzler Scholz telefoniert mit Präsident Putin¦\nFreitag, 13. Mai "
            "2022 in Berlin¦\n\nDer Sprecher der Bundesregierung, Steffen Hebestreit, teilt "
            "mit:¦\n\nBundeskanzler Olaf Scholz hat am Vormittag mit Präsident Putin telefoniert.¦ Das "
            "Gespräch, das 75 Minuten dauerte, folgte auf ein Telefonat am 11. Mai mit Präsident Selenskyj."
        ),
        (
            "STS Seibert: Guten Tag!¦ Zunächst zum 1. Thema: Belarus.¦ Frage: Herr Seibert, war das Gespräch am "
            "Mo. oder am Di.?¦ STS Seibert: Am 10. November, wie mitgeteilt.¦ Zusatz: Danke."
        ),
        (
            "Es gelte „das Minsker Abkommen“.¦ „Wir halten daran fest“, so Merkel (CDU).¦ (SPD und Grüne "
            "stimmten zu.)¦ Die Linke nicht."
        ),
        (
            "In dem 45-minütigen Gespräch, dem 3. seit Jahresbeginn, ging es um § 219a StGB nicht.¦ Es ging um "
            "Art. 5, S. 1 u. 2 sowie Anl. 3 des Abkommens."
        ),
        "Seit dem 24.02.2022 herrscht Krieg.¦ Bis 31.3. sollen Korridore entstehen.¦ Am 1.4. wird geprüft.",
        (
            "Er lebt in Frankfurt a. M. und arbeitet bei der OECD.¦ Dr. A. Schmidt-Meier und Hr. B. von Bülow "
            "begleiten ihn."
        ),
        (
            "Russland gab nach (so die FAZ).¦ „Das stimmt nicht.“, sagte Peskow.¦ Der Streit dauert an!¦ Wie "
            "lange noch?!¦ Man weiß es nicht."
        ),
        "Das kostet ca. 3 Mio. € p. a.¦ Die EU zahlt 2,5 Mio. €, der Bund 0,5 Mio.¦ Das ist beschlossen.",
        (
            "Am 5. und 6. Juli 2021 (Mo./Di.) fand der Gipfel der G7 statt.¦ Teilnehmer waren D, F, GB, I, J, "
            "CDN u. die USA."
        ),
        (
            "Das Telefonat fand um 9.30 Uhr MESZ statt.¦ Der 1. Vizekanzler hörte mit.¦ König Felipe VI. rief "
            "später an, Papst Franziskus auch."
        ),
        "Der Kreml verbreitete am 12. d. M. eine Erklärung.¦ Sie ist auf S. 4 f. abgedruckt.¦ Im Übrigen vgl. oben.",
        (
            "Die Kanzlerin hat (1) die Lage erörtert, (2) Hilfe zugesagt und (3) einen Termin genannt.¦ Dieser "
            "ist am 7.12.¦ Alle stimmten zu."
        ),
        (
            "An der Videokonferenz nahmen Präsident Biden, Premierminister Johnson, Präsident Macron und "
            "Ministerpräsident Draghi teil.¦ 2021 war es die 5. Konferenz.¦ 15 weitere sollen folgen."
        ),
        (
            "Bundeskanzlerin Merkel traf den Präsidenten der Russischen Föderation, Wladimir Putin.¦ Sie "
            "kritisierte die Inhaftierung von Alexej Nawalny.¦ Dieser müsse, so die Kanzlerin, freikommen – und "
            "zwar sofort!¦ – Putin lehnte ab."
        ),
        (
            "Der Text lautet: »Wir bedauern dies.‖ Es wird nicht wieder geschehen.«¦ Unterschrieben haben ihn "
            "Dr. M. und Hr. P.¦ Danach gingen sie."
        ),
        "Es handelt sich um das 9. Telefonat im Jahr 2022.¦ Im Jahr 2021 waren es 11.¦ Davor 14.",
        (
            "Regierungssprecher Hebestreit erklärte: „Der Kanzler forderte Putin auf, seine Truppen "
            "abzuziehen.“¦ Das Gespräch dauerte 80 Min.¦ Es wurde auf Deutsch geführt."
        ),
        (
            "Präsident Macron (Frankreich), Premier Johnson (GB) u. Präsident Biden (USA) nahmen teil.¦ Die VN "
            "waren durch Gen.-Sekr. Guterres vertreten."
        ),
        (
            "Bundeskanzler a. D. Gerhard Schröder sprach mit Wladimir W. Putin in Moskau.¦ Zu Einzelheiten "
            "wollte er nichts sagen."
        ),
        "Am 22. d. M. reist der Kanzler nach Kiew, am 23. nach Warschau.¦ Am 24. ist er zurück.",
        "Es war das 3. Telefonat binnen 10 Tagen.¦ Beim 2. Gespräch (am 4. März) ging es um Korridore.",
        (
            "Laut § 5 Abs. 2 S. 1 Nr. 3 AWG i. V. m. Art. 3 VO (EU) Nr. 833/2014 ist die Ausfuhr untersagt.¦ "
            "Ausnahmen gelten ab dem 1. Mai."
        ),
        (
            "Die Lage im KKW Saporischschja sei „äußerst ernst“ – IAEO-Chef Grossi müsse Zugang erhalten.¦ "
            "Russland sagte dies zu.¦ Wann, blieb offen."
        ),
        "Er forderte: Waffenruhe!¦ Abzug!¦ Verhandlungen!¦ Nichts davon geschah.",
        "Der Brief trägt das Datum 1. 9. 2022.¦ Er ging am 2. 9. ein.",
        (
            "Der Anruf kam um 8 Uhr morgens (Ortszeit).¦ Die Bundeskanzlerin war gerade in Washington D.C.¦ "
            "Dort traf sie Joe Biden."
        ),
        (
            "Im Jahr 2014 annektierte Russland die Krim.¦ 8 Jahre später griff es die gesamte Ukraine an.¦ 1945 "
            "hatte man anderes gehofft."
        ),
        "Die Delegationen tagten vom 28. bis 29. November in Genf, Schweiz.¦ Die 2. Runde folgt im Dezember.",
        "Siehe auch: www.bundeskanzler.de.¦ Kontakt: presse@bk.bund.de, Tel. 030/4000.¦ Ende der Mitteilung.",
    ),
    "en": (
        "They spoke at 3 p.m. Moscow time.¦ The first time was at 9 a.m.¦ The next time will be at noon.",
        (
            "President Joseph R. Biden, Jr. held a video call with President Vladimir Putin of Russia.¦ "
            "President Biden voiced concern."
        ),
        (
            "Readout of President Joseph R. Biden, Jr. Call with President Vladimir Putin of "
            "Russia¦\n\nPresident Joseph R. Biden, Jr. spoke today.¦ He reaffirmed U.S. support."
        ),
        "The Prime Minister spoke to President Xi at No. 10.¦ He welcomed the visit.",
        "The Prime Minister spoke from No. 10 Downing Street to H.E. Mr. Wang Yi.¦ H.E. thanked him.",
        (
            "At 3:30 p.m. President Biden spoke with Prime Minister Trudeau.¦ The call ended at 4 p.m. EST.¦ No "
            "readout was issued."
        ),
        (
            "Secretary of State Antony J. Blinken met with P.R.C. Foreign Minister Wang Yi.¦ The U.S. and the "
            "P.R.C. agreed to talk."
        ),
        "Sens. Graham and Blumenthal (D-Conn.) visited Kyiv.¦ Rep. Smith (R-N.J.) did not.",
        (
            "The sanctions target Rosneft, Gazprom, et al. and take effect on Feb. 24, 2022.¦ Others follow in "
            "Mar. or Apr. this year."
        ),
        (
            "He was joined by Jake Sullivan, Asst. to the President for Nat'l Security, and Lt. Gen. Keith "
            "Kellogg.¦ Both left early."
        ),
        "\"I told him, 'Don't do it, Vladimir!' and he laughed,\" Trump said.¦ \"He didn't listen.\"¦ We'll see.",
        (
            "I just spoke to President Putin of Russia.¦ Very productive!¦ We will see what happens…¦ Thank you "
            "for your attention to this matter!"
        ),
        "The call lasted 1 hr. 20 min.¦ It covered five topics.",
        "U.S.-Russia relations are at a low point.¦ U.S.’s allies were informed.",
        (
            "The leaders met in Washington D.C. on Dec. 10.¦ In D.C. they signed a deal worth $1.5 billion.¦ "
            "$500 million is new."
        ),
        "China urges the U.S. to respect China's core interests.¦ It urges the U.S.¦ This is what Xi said.",
        'Is it true?¦ "Yes," he said.¦ (Laughter.)¦ MR. PESKOV: No comment.¦ Q  Thank you, Mr. Peskov.',
        "The text is available at https://www.whitehouse.gov/briefing-room/?id=3.¦ See also kremlin.ru.",
        "E.U. High Representative Josep Borrell spoke to U.N. Secretary-General Guterres.¦ The U.N. will act.",
        "They agreed that: (1) the fire must stop; (2) aid must flow; and (3) talks must resume.¦ (4) was not agreed.",
        "They reaffirmed: a. the ceasefire; b. prisoner exchange.¦ Nothing else was agreed.",
        (
            "The plane, a Boeing 777, crashed near Donetsk on July 17.¦ All 298 people died.¦ MH17 was en route "
            "to K.L. from Amsterdam."
        ),
        "Under UNSCR 2202 (2015), para. 3, forces must withdraw.¦ See Annex I.¦ It lists dates.",
        "World War II ended in 1945.¦ The leaders recalled World War II.¦ President Putin thanked veterans.",
        "Russia's Ministry of Foreign Affairs (MFA) said 'no.'¦ The Kremlin said 'yes'.¦ Go figure.",
        (
            "The President thanked Prime Minister Modi for his efforts [to mediate].¦ [He did not elaborate.]¦ "
            "They will meet again."
        ),
        "The Prime Minister:¦\n- condemned the attack;¦\n- offered support; and¦\n- agreed to stay in touch.",
        (
            "PM call with President Putin: 24 March 2021¦\nThe Prime Minister spoke to President Putin this "
            "afternoon to discuss the situation in Ukraine and the wider region.¦\nHe set out the UK's "
            "position."
        ),
        "“We have a deal. ‖The war will end,” Trump said.¦ “It’s great!”¦ The Kremlin did not comment.",
        'Mr Putin\'s aide, Mr Ushakov, told Interfax...¦ "The talks were long."¦ He did not say more.',
        (
            "It was the fifth call since Jan. 20.¦ The first took place on Feb. 12, 2025, at about 10 a.m. "
            "Eastern.¦ Both took place by phone."
        ),
        "The leader of St. Kitts was there.¦ So was Gen. (ret.) Petraeus.¦ Mt. Athos was discussed.",
        (
            "The two sides will meet in Geneva, Switz., in Sept. for talks, i.e., a month early.¦ E.g. trade "
            "will be discussed."
        ),
        'He wrote that "Mr. Xi is a friend."¦ Is he?',
        "The price rose by 3.5 p.c. to $4.¦ Oil fell.",
        (
            "The leaders committed to the NPT.¦ President Obama raised START I.¦ They also spoke on Annex B.¦ "
            "It was short."
        ),
        (
            'The Russian Federation (hereinafter "the R.F.") and the U.S. signed.¦ It was signed at 9:00 a.m. '
            "local time.¦ At 10 a.m., they left."
        ),
        (
            "President Xi Jinping spoke by phone with U.S. President Donald J. Trump at the latter's request on "
            "Jan. 17.¦ Vice President Han Zheng attended the inauguration."
        ),
        "They discussed Ukraine, Iran, etc.¦ Iran, etc. (see below) came last.¦ They left.",
        (
            "Statement by NSC Spokesperson Emily Horne¦\nDecember 07, 2021¦\nPresident Biden held a secure "
            "video call with President Putin today to discuss a range of issues, above all Ukraine and "
            "Europe.¦\n###"
        ),
        "President Bush (41) and Henry A. Kissinger, Ph.D., attended.¦ Kissinger, M.A., Ph.D. spoke.¦ It was 5 p.m.",
        "He said the U.S. would respond “swiftly and severely.”¦ “Severely” was not defined.",
        (
            "THE WHITE HOUSE¦\nOffice of the Press Secretary¦\nFor Immediate Release¦\nMarch 6, 2014¦\nReadout "
            "of the President's Call with President Putin¦\nPresident Obama spoke for an hour this afternoon "
            "with President Putin of Russia about the situation in Ukraine.¦\n# # #"
        ),
        (
            "Q:  Mr. President, did you talk about Crimea?¦ THE PRESIDENT:  Yes.¦ I did.¦ (Applause.)¦ Thank "
            "you, everybody.¦ END 3:15 P.M. EST"
        ),
        (
            "Secretary Rubio spoke with his counterpart, Amb. Lavrov, on Aug. 15.¦ Lavrov, who studied at "
            "MGIMO, thanked the Secretary.¦ The U.S. remains committed to peace."
        ),
        (
            "The U.S. and U.K. agreed.¦ In the U.K., the P.M. spoke first.¦ The P.M. then called President "
            "Macron.¦ The call was short."
        ),
        (
            "The two sides agreed to:‖\n(a) withdraw heavy weapons;¦\n(b) exchange prisoners; and¦\n(c) resume "
            "talks in Minsk.¦\nThe next meeting will take place in Sept. 2015."
        ),
        'Xi said, "China and the U.S. should be partners, not rivals."¦ "It\'s a choice," he added.¦ Biden agreed.',
        (
            "President Xi Jinping had a phone call with German Chancellor Friedrich Merz on May 23, 2025.¦ Xi "
            "noted that 2025 marks the 50th anniversary of EU-China ties.¦ 2026 will bring the 15th five-year "
            "plan."
        ),
        "He met Sergei V. Lavrov Jr. in N.Y. on Friday.¦ N.Y. Gov. Hochul was present.¦ She left early.",
        (
            'I told Vladimir, "STOP!"¦ 5,000 soldiers a week are dying.¦ Lets get the Peace Deal DONE!¦ No '
            "deal until there's a deal.¦ DJT"
        ),
        (
            "Mr. Trump's call with Mr. Zelenskyy -- the second this week -- lasted 1.5 hrs.¦ It was described "
            'as "very good!" by aides.¦ Mr. Yermak agreed.'
        ),
        (
            "The sides noted the Budapest Memorandum (Dec. 5, 1994).¦ It guarantees Ukraine's territorial "
            "integrity (art. 1).¦ Art. 2 bans force."
        ),
        (
            "The pipeline is 1,230 km. long and cost approx. $11 bn. to build.¦ It is owned by Gazprom.¦ E.ON "
            "and OMV were partners."
        ),
        (
            'The leaders discussed trade, incl. soybeans, and fentanyl.¦ They "agreed to meet again soon" '
            "(White House readout).¦ The date is t.b.d.¦ Nothing more was said."
        ),
        (
            "The President will travel to St. Louis, Mo., on Friday and to Ft. Bragg, N.C., on Monday.¦ The "
            "First Lady will not."
        ),
        (
            "Amb. Nicholas Burns, Dep. Sec. Wendy Sherman, and Maj. Gen. (ret.) Smith attended; Lt. Cmdr. Jones "
            "did not.¦ Adm. Kirby briefed the press."
        ),
        (
            "“Let me be clear”, the Chancellor said.¦ “There will be no deal.‖ We will not negotiate over "
            "Ukraine’s head.”¦ President Putin replied: “Fine”."
        ),
        "The Turkish side briefed on the Istanbul talks...¦ The next round is due on June 2.¦ June 3 is a holiday.",
        (
            "The readout (in Russian) is at http://kremlin.ru/events/president/news/67043?utm_source=Mail.Ru.¦ "
            "The White House's is not."
        ),
        "Presidential Aide Yury Ushakov: The talks went well.¦ (To journalists.)¦ Any questions?",
        "Pres. Putin and Pres. Biden spoke.¦ The U.S. Sec. of State was there.",
        (
            "The Kremlin said (in a statement issued at 6 p.m. Moscow time) that no deal was made.¦ Mr. Peskov "
            "(the spokesman) confirmed it."
        ),
        "He thanked President Zelenskyy for the release of U.S. citizen Marc Fogel.¦ Marc is home.¦ Great!!",
        (
            "Israel's P.M. Benjamin Netanyahu spoke with V. Putin.¦ A U.N. resolution was discussed.¦ I. Herzog "
            "did not take part."
        ),
        "He visited Kyiv, Lviv and Odesa…and then Warsaw.¦ It was his 3rd visit.",
        "“I spoke with him,” said Trump. ¦“Good talk.”¦ \"Yes.\"¦ 'Really?'¦ ‘Really.’¦ They laughed.",
        "The New START Treaty, signed Apr. 8, 2010, expires on Feb. 5, 2026.¦ Talks were held in Jan. and are ongoing.",
        "Washington, D.C.¦\nThursday, June 5, 2025¦\n\nThe President spoke with President Xi.",
        "He said that “the war must end.” ¦The President agreed.¦ [End of readout]",
        (
            "Attendees: Gen. Mark A. Milley, Chairman of the J.C.S.; Lloyd J. Austin III, Secretary of Defense; "
            "Wm. J. Burns, Director of the C.I.A.¦ They met in Rm. 5."
        ),
        "The Foreign Ministry's website (www.mfa.gov.cn) has more.¦ Visit www.mfa.gov.cn.¦ Thank you.",
        (
            "The Prime Minister spoke to Chancellor Merkel, President Macron and PM Draghi.¦ They agreed:¦\n\n• "
            "to continue talks¦\n• to meet again.¦\n\nThe call lasted 40 mins.¦ It ended at 17:00."
        ),
        "He noted that Ukraine's G.D.P. fell by 30 per cent.¦ The I.M.F. will help.¦ It lent $15.6 bn.",
        (
            "President Trump: Thank you.¦ We had a great call.¦ I think—no, I know—that he wants peace.¦ We’ll "
            "meet in 2 wks."
        ),
        "Turkish President R.T. Erdoğan hosted the talks.¦ H.E. Xi Jinping, H.E. Wang Yi, et al., attended.",
    ),
    "ru": (
        (
            "В.Путин провёл телефонный разговор с и.о. Федерального канцлера ФРГ А.Меркель.¦ В ходе беседы "
            "обсуждались вопросы т.н. «нормандского формата»."
        ),
        (
            "Министр иностранных дел С.В.Лавров встретился с г-ном Х.Маасом.¦ Речь шла об урегулировании на "
            "Украине, в т.ч. о выполнении «Минска-2».¦ Г-н Маас поблагодарил."
        ),
        "5 мая с.г. в г. Москве состоялась встреча.¦ 6 мая с. г. делегация вылетела в С.-Петербург.",
        "В 2015 г. Россия, Германия, Франция и Украина согласовали Комплекс мер.¦ С 2015 г. он не выполняется.",
        (
            "Он напомнил об итогах Второй мировой войны 1939–1945 гг.¦ Меркель согласилась.¦ В XIX в. Россия и "
            "Германия воевали редко."
        ),
        "Объём помощи – 10 млн долл. США, 5 млрд руб. и 200 тыс. евро.¦ Из них 3 млн. направлены в Сирию.",
        "Правительство выделило 300 млн руб.¦ Деньги поступят до 1 июня.",
        (
            "Согласно ст. 5 п. 2 Договора, рез. 2202 СБ ООН и т.п. документам, стороны обязаны соблюдать "
            "перемирие.¦ Прим. ред.: текст сокращён."
        ),
        (
            "Президент США Дж.Байден и Премьер-министр Б. Джонсон созвонились.¦ Дж. Р. Байден предложил "
            "встречу.¦ Х. Клинтон не участвовала."
        ),
        (
            "Д.Песков: Добрый день!¦ Вопрос: Скажите, пожалуйста, когда разговор?¦ Д.С.Песков: Завтра, в 15.00 "
            "мск.¦ Спасибо."
        ),
        "— Вы согласны?¦ — Да.¦ — Хорошо.",
        "«Мы готовы!» — заявил Владимир Путин.¦ «Когда?» — спросили журналисты.¦ Ответа не последовало.",
        "Он сказал: «Мы готовы к диалогу».¦ «А вы?» — добавил он.",
        (
            "Делегацию возглавил проф. Сидоров, в неё вошли акад. РАН Иванов, к.т.н. Петров и др.¦ Всего "
            "приехали 15 чел.¦ Переговоры продлятся до 20 ч. 30 мин.¦ Затем ужин."
        ),
        "Самолёт Ан-26 приземлился в аэропорту им. В.П. Чкалова.¦ На борту находились 5 т. груза и 12 чел. экипажа.",
        "Встреча прошла в пос. Ново-Огарёво Московской обл.¦ На ней присутствовал зам. министра обороны.",
        (
            "Подробнее: www.kremlin.ru/events/president/news/67043.¦ Тел. для справок: +7 495 000-00-00.¦ Эл. "
            "почта: press@gov.ru"
        ),
        (
            "Договор подписан Б.Н.Ельциным и Б. Клинтоном в 1993 г., вступил в силу в 1994 г. и действовал до "
            "2009 г.¦ Новый договор подписан в Праге."
        ),
        "Президент Казахстана К.-Ж. Токаев поздравил В.В. Путина.¦ Н.А. Назарбаев также позвонил.",
        "Поздравил его и Токаев К.К.¦ Он пожелал здоровья.",
        (
            "Участники отметили, что:‖\n1) режим прекращения огня соблюдается;¦\n2) обмен пленными начат;¦\n3) "
            "доступ ОБСЕ обеспечен."
        ),
        "Стороны согласовали повестку:‖\n1. Украина¦\n2. Сирия¦\n3. Иран¦\nПодписание намечено на май.",
        (
            "Владимир Путин подчеркнул, что Минские соглашения – безальтернативная основа урегулирования (см. "
            "п. 3).¦ Ангела Меркель с этим согласилась (?).¦ Итог неясен."
        ),
        (
            "10 декабря 2021 г. Президент России провёл телефонный разговор с Президентом Франции Э. Макроном "
            "по просьбе последнего.¦ Э. Макрон проинформировал о контактах с К. (Киевом)."
        ),
        "Речь о «Северном потоке – 2».¦ Проект завершён на 99%.¦ «Газпром» готов к запуску.¦ 2022 год станет решающим.",
        "Президент заявил…¦ Впрочем, это уже неважно.¦ Что дальше?..¦ Увидим!",
        (
            "Телефонный разговор с Президентом Франции Эммануэлем Макроном¦\n7 февраля 2022 года, "
            "18:30¦\nВладимир Путин провёл телефонный разговор с Президентом Французской Республики Эммануэлем "
            "Макроном."
        ),
        "Обсуждены вопросы ДНР, ЛНР и т. д. и т. п.¦ В т. ч. вопросы воды.¦ Т.е. всё.",
        "Согласно Указу от 5 мая 2018 г. № 204 работа продолжена.¦ В соотв. с ним создана комиссия.",
        "Ещё в 1990-х гг. Германия поддержала нас.¦ Мы это помним.",
        (
            "Поблагодарив Президента, г-жа Меркель отметила роль ОБСЕ.¦Было также отмечено единство подходов.¦В "
            "ходе беседы затронуты и другие темы."
        ),
        (
            "В беседе участвовали: от России – С.В.Лавров, Ю.В.Ушаков; от США – Э. Блинкен, Дж. Салливан.¦ "
            "Беседа длилась более 2 ч.¦ Её итоги не раскрываются."
        ),
        "Он назвал это «ошибкой» (цит. по «Российской газете»).¦ «Ошибка»?¦ Нет, преступление.",
        "Во 2-м кв. 2022 г. ожидается рост.¦ В 3-м – спад.",
        (
            "Телефонный разговор с Президентом США Джозефом Байденом¦\n\nСостоялся телефонный разговор "
            "В.В.Путина с Президентом США Дж.Байденом.¦ Разговор начался в 18:00 мск и длился 1 ч. 20 мин.¦ "
            "Стороны обсудили т.н. «красные линии»."
        ),
        (
            "Ю.Ушаков: Добрый вечер!¦ Разговор длился 50 минут.¦ Байден (цитирую) сказал: «Мы не хотим войны».¦ "
            "Вопрос: Юрий Викторович, а что ответил В.В.?¦ Ю.Ушаков: Что и мы."
        ),
        (
            "Президент подписал Указ № 1 от 01.02.2022 г. «О мерах».¦ Пункт 3 гласит: «Контроль возложить на "
            "Правительство РФ»."
        ),
        (
            "Министр обороны РФ ген. армии С.К. Шойгу доложил об обстановке.¦ Нач. Генштаба В.В. Герасимов "
            "дополнил.¦ Гл. вопрос – снабжение."
        ),
        (
            "В 1941–1945 гг. СССР потерял 27 млн чел.¦ ФРГ признаёт это.¦ Мемориал открыт в г. Волгограде на "
            "пл. Павших Борцов."
        ),
        "Речь идёт об экспорте ок. 20 млн т. зерна.¦ Турция готова помочь.¦ Р. Т. Эрдоган подтвердил это.",
        "Обсудили:‖\n— ситуацию в Сирии;¦\n— ситуацию в Ливии;¦\n— двусторонние вопросы, в т.ч. АЭС «Аккую».",
        "Президент сказал: «Решение принято!»¦ Министр уточнил: «Когда?..»¦ Ответ: «Скоро…»¦ Все разошлись.",
        (
            "На встрече присутствовали послы ФРГ (Г. фон Гайр), Франции (П. Леви) и др.¦ Посол США Дж. Салливан "
            "отсутствовал."
        ),
        "Заявление принято единогласно.¦ См. приложение.¦ В приложении – табл. 1–3 и рис. 2.",
        (
            "Пресс-секретарь Президента Д.С. Песков сообщил, что разговор с Дж. Байденом пройдёт 30 дек. в "
            "23.30.¦ Инициатор – российская сторона."
        ),
        (
            "Он родился в 1952 г. в Ленинграде, окончил ЛГУ им. А.А. Жданова в 1975 г.¦ С 1975 г. служил в "
            "КГБ.¦ С 1999 г. – в Правительстве."
        ),
        (
            "Совбез ООН (рез. 2202 от 17 фев. 2015 г.) одобрил Минские соглашения.¦ Их выполнение – обязанность "
            "сторон.¦ Киев их не выполняет (!).¦ Это недопустимо."
        ),
        "Участвовали: С.Лавров, А.Громов и Д.Песков.¦ От ФРГ – Х.Маас.¦ Все – по видеосвязи.",
        "Поставки составили 55 млрд куб. м. газа.¦ Это рекорд.¦ Цена – 300 долл. за тыс. куб. м.¦ Далее цена вырастет.",
        "Эл. адрес: press@kremlin.ru.¦ Сайт: kremlin.ru.¦ Там же – стенограмма.",
        "Подчёркнута важность выполнения п. 9 и 11 «Комплекса мер».¦ П. 12 также важен.¦ Ст. 3 не обсуждалась.",
        "В ходе разговора:¦\nа) подтверждена дата саммита;¦\nб) согласована повестка.",
        (
            "Президент России В.В. Путин принял Президента Белоруссии А.Г. Лукашенко в г. Сочи.¦ Переговоры "
            "длились более 5 час.¦ По их итогам сделаны заявления для прессы."
        ),
        "Г-н Президент, благодарю Вас!¦ Г-жа Канцлер, рад Вас видеть.¦ Начнём?",
        "Кортеж проследовал по ул. им. Кирова к зданию МИД.¦ Там его встретил и.о. министра.",
        "Разговор с Премьер-министром Израиля Б. Нетаньяху.¦ Обмен мнениями по Сирии.",
        (
            "По словам Пескова, «разговор был непростым».¦ «Но он состоялся», – добавил пресс-секретарь.¦ "
            "(ТАСС.)¦ Других деталей нет."
        ),
        (
            "Состоялся разговор с Президентом ЮАР С. Рамафозой (по инициативе последнего).¦ Обсуждалась, в "
            "частности, африканская инициатива."
        ),
        "Подписаны: 1. Декларация; 2. Меморандум; 3. План действий на 2022–2024 гг.¦ Все документы опубликованы.",
        "Товарооборот вырос на 20 проц. и достиг 5 млрд. долл. США.¦ В 2022 г. ожидается 6 млрд. долл.",
        (
            "В.Путин и Си Цзиньпин провели переговоры в формате видео-конференц-связи 15 дек. 2021 г.¦ Си "
            "Цзиньпин поддержал инициативы РФ."
        ),
        (
            "Правительство РФ (М.В. Мишустин), МИД (С.В. Лавров) и Минобороны (С.К. Шойгу) представят доклад.¦ "
            "Срок – 1 марта 2022 г.¦ Контроль – за Администрацией."
        ),
        "Стороны отметили 80-летие начала Великой Отечественной войны (22 июня 1941 г.).¦ Меркель выразила скорбь.",
        "Как сообщил Д. Песков, «диалог продолжится».¦ «Это хорошо», – отметил он.¦ Конец цитаты.",
        "Он прибыл в 10 ч. утра.¦ В 11 ч. начались переговоры.",
        "Итоги: прекращение огня, обмен пленными, доступ МККК и пр.¦ Стороны удовлетворены.",
        "Россия поставила 300 тыс. т удобрений, 20 млн куб.м газа и т.д.¦ Германия – оборудование.",
    ),
    "fr": (
        (
            "M. Poutine et M. Le Drian se sont parlé.¦ Mme Merkel a appelé le Président de la République, M. "
            "Macron.¦ Il l’a remerciée."
        ),
        "Le Président a déclaré : « La situation est grave. »¦ Il a appelé à la retenue.",
        "Le Président a déclaré : « La situation est grave ».¦ Il a appelé à la retenue.",
        "Est-ce possible ?¦ Oui !¦ « Nous verrons », a-t-il dit.",
        (
            "L’art. 5 du traité s’applique, cf. p. 3.¦ À cette fin, ils se reverront le 1er mars, etc.¦ Le Pr. "
            "Dupont assistait."
        ),
        "S.E.M. Petro Porochenko a reçu M. J.-Y. Le Drian.¦ J.-C. Juncker était absent.",
        "Il s’agissait de :‖\n– la sécurité de l’Europe ;¦\n– la non-prolifération ;¦\n– l’Ukraine.",
        (
            "Le Président de la République s’est entretenu le 3 mars avec M. V. Poutine.¦ L’entretien, d’1 h "
            "30, a porté sur l’Ukraine.¦ (La Chancelière, Mme A. Merkel, n’y a pas participé.)¦ « C’est grave "
            "», a dit le Président.¦ « Très grave ! »¦ Il rappellera M. Zelensky."
        ),
        (
            "MM. Macron et Scholz ont appelé M. Poutine.¦ Les trois dirigeants se reparleront, a indiqué "
            "l’Élysée.¦ Cf. communiqué n° 12."
        ),
    ),
    "es": ("El Sr. Presidente habló con el Dr. Pérez y con EE. UU. ayer.¦ ¿Qué pasó?¦ ¡Nada!¦ La Sra. Merkel llamó.",),
    "pl": (
        (
            "Prezydent A. Duda rozmawiał z prof. Kowalskim 5 maja 2022 r. w Warszawie.¦ Rozmowa trwała 50 min. "
            "i dotyczyła m.in. Ukrainy.¦ Było to w 2022 r.¦ Prezydent podziękował."
        ),
    ),
    "uk": (
        (
            "Президент України В. Зеленський провів розмову з Дж. Байденом.¦ Вони обговорили допомогу, зброю "
            "тощо.¦ У 2022 р. Україна отримала 2 млрд дол. США.¦ Це сталося в лютому 2022 р.¦ Президент "
            "подякував."
        ),
    ),
    "zh": (
        "2024年4月2日晚，国家主席习近平应约同美国总统拜登通电话。¦两国元首就中美关系坦诚深入交换了意见。¦习近平指出：“三个原则很重要！”¦拜登表示同意。",
        "你好吗？¦我很好！¦（笑。）¦再见。",
    ),
}


def pieces(text: str, language: str) -> tuple[str, ...]:
    document = segment(Readout(id="a", name="A", text=text, language=language, sha256=""), "A")
    return tuple(document.text_of(sentence) for sentence in document.sentences)


@pytest.mark.parametrize(
    ("language", "marked"),
    [pytest.param(language, text, id=f"{language}-{text[:32]}") for language in CASES for text in CASES[language]],
)
def test_sentences_are_those_a_reader_sees(language: str, marked: str) -> None:
    optional = marked.replace("¦", "").split("‖")
    required = tuple(piece.strip() for piece in marked.replace("‖", "").split("¦"))
    found = pieces("".join(optional), language)
    if len(optional) == 1:
        assert found == required
        return
    with_optional = tuple(piece.strip() for piece in marked.replace("‖", "¦").split("¦"))
    assert found in (required, with_optional)
