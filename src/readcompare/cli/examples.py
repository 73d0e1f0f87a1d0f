"""The examples with which help texts start, by command; the tests run every one of them.

A line is a command, and after two blanks what it does.
"""

from __future__ import annotations

EXAMPLES = {
    "": """\
readcompare demo                           a first look, at a call that is shipped with the program
readcompare                                choose on a start screen what to read
readcompare call.yaml                      read the two accounts side by side
readcompare berlin.txt moscow.txt          the same without a comparison file
readcompare report call.yaml -o call.txt   the differences as a text
readcompare report 'calls/*.yaml' -o out/  a report on each of many comparisons
readcompare diff berlin.txt moscow.txt     the exit code tells whether they differ
readcompare view call.json -f md           a record again, as a table to paste
readcompare quotes report.md               what a news report quotes of each side
readcompare init new.yaml                  begin a comparison file
readcompare validate call.yaml             what is wrong with a comparison file
readcompare lexicon check my-terms.yaml    what is wrong with a lexicon of your own
readcompare config show                    what is set, and where""",
    "open": """\
readcompare open call.yaml                 read the two accounts side by side
readcompare call.yaml                      the same: it is the default command
readcompare berlin.txt moscow.txt          two texts without a comparison file
readcompare call.yaml --lang-a en          the English version of side A""",
    "report": """\
readcompare report call.yaml               the differences as a text
readcompare report call.yaml -o call.txt   the same into a file
readcompare report call.yaml -f md         a table to paste into an article
readcompare report call.yaml --layout columns -W 120   both texts in step, 120 columns wide
readcompare report readouts/ -o out/       a report on each call of a folder
readcompare report several.yaml --pivot C  three and more sides, set against side C
readcompare report berlin.txt - -f json    one text from standard input, a record for programs""",
    "diff": """\
readcompare diff berlin.txt moscow.txt     a unified diff by sentence
readcompare diff call.yaml --quiet         nothing but the exit code: 0 nothing differs, 1 something does""",
    "view": """\
readcompare view call.json                 the comparison again, without its texts
readcompare view call.json -f md           the same as a table to paste""",
    "quotes": """\
readcompare quotes report.md               the quotations of each side as a comparison, in report.quotes/
readcompare quotes report.md -f json       the fragments with their places, for programs""",
    "demo": """\
readcompare demo                           the sample call, kept in the program's own state
readcompare demo sample/                   the same in a folder of your own, with its texts""",
    "evaluate": """\
readcompare evaluate readouts/ --no-baselines   how good the alignment is, on annotated calls
readcompare evaluate readouts/ --steps          what each kind of signal adds""",
    "lexicon": """\
readcompare lexicon check my-terms.yaml    what is wrong with a lexicon of your own
readcompare lexicon coverage berlin.txt    which words of a text the lexicons know""",
    "lexicon check": """\
readcompare lexicon check my-terms.yaml    everything that is wrong with it, at once""",
    "lexicon coverage": """\
readcompare lexicon coverage berlin.txt moscow.txt           which words of content are known
readcompare lexicon coverage berlin.txt --lexicon my-terms.yaml   the same with a lexicon of your own""",
    "serve": """\
readcompare serve                          choose in the browser what to read
readcompare serve call.yaml --port 8123    this comparison, at a port of your own""",
    "fetch": """\
readcompare fetch call.yaml                every page that is a `source` in it, kept beside it
readcompare fetch https://example.org/readout -o sources/   one page into a folder""",
    "versions": """\
readcompare versions call.yaml             what an office changed in a page after it was fetched""",
    "init": """\
readcompare init new.yaml                  from the texts in the folder, with questions on a terminal
readcompare init new.yaml --yes            the same without questions
readcompare init new.yaml berlin.txt moscow.txt   from these two texts
readcompare init calls/                    a file for each two texts of a folder, by date and side""",
    "validate": """\
readcompare validate call.yaml             everything that is wrong with it, at once
readcompare validate 'readouts/*/comparison.yaml'   all that fit a pattern
readcompare validate readouts/             all comparison files in a folder and below it""",
    "schema": """\
readcompare schema > readcompare.schema.json   for editors; init writes the line that names it
readcompare schema --result > result.schema.json   for programs that read what report -f json writes""",
    "completion": """\
readcompare completion bash > readcompare.bash   then, in ~/.bashrc: source readcompare.bash
readcompare completion zsh > _readcompare        in a folder of $fpath
readcompare completion fish > readcompare.fish   in ~/.config/fish/completions""",
    "config": """\
readcompare config show                    every setting, its value, and where the value comes from
readcompare config keys                    the commands of the screen and their keys, which you can set anew
readcompare config path                    where your configuration stands""",
    "config keys": """\
readcompare config keys                    a line for each command of the screen: its id, its keys, what it does""",
    "config show": """\
readcompare config show                    every setting, its value, and where the value comes from
readcompare config show call.yaml          the same with what a comparison file says
readcompare config show call.yaml -W 100   and with options""",
    "config path": """\
readcompare config path                    where your configuration stands, whether there is one or not""",
}
