#!/usr/bin/env python3
"""What the phrase watch hears of the corpus, through the command line.

measure.py FAIRWELLCTL                  prints TAP: the figures are no worse than measured.json says
measure.py FAIRWELLCTL --show           prints the figures, what was missed and every false alarm
measure.py FAIRWELLCTL --write          writes measured.json anew
measure.py FAIRWELLCTL --take FILE NAME makes FILE, from which nobody has learnt, sentences.tsv, measures it, and says in docs/watch.md what NAME ("tenth") gave

Each corpus was written by somebody who had not seen the lexicon, and was measured once before anybody learnt from it; docs/watch.md has those figures.
sentences.tsv, where it is there, is the one that nobody has learnt from. learnt.tsv holds those before it; how much of them is heard says little, only that nothing is
lost again. Who learns from sentences.tsv moves its lines to learnt.tsv, until another takes its place.
"""
import csv
import hashlib
import json
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent
CORPUS = HERE / 'sentences.tsv'
LEARNT = HERE / 'learnt.tsv'
MEASURED = HERE / 'measured.json'
PHRASES = HERE.parents[2] / 'data' / 'phrases'
PAGE = HERE.parents[2] / 'docs' / 'watch.md'
HARMLESS = '-'
COLUMNS = ('language', 'speaker', 'class', 'sentence')
# Of docs/watch.md: what the corpus that nobody has learnt from gave, and where the table of all corpora ends.
MEASURED_THERE = re.compile(r'(?<=<!-- measured -->\n).*?(?=<!-- end of measured -->)', re.DOTALL)
END_OF_TABLE = '\n\nHow a corpus is written'
# A phrase that is nearly a whole sentence of the corpus has been taken from it.
TAKEN = 0.9


def read_corpus(path):
    with path.open(encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE))


def listen(program, sentences, speaker):
    text = ''.join(sentence['sentence'] + '\n' for sentence in sentences)
    done = subprocess.run([program, 'watch', '--speaker', speaker, '--json'], input=text, capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        alert = json.loads(line)
        sentences[alert['line'] - 1]['alerts'].append(alert)


def measure(program, path=CORPUS):
    corpus = read_corpus(path)
    for sentence in corpus:
        sentence['alerts'] = []
    for speaker in ('employee', 'interviewer'):
        listen(program, [sentence for sentence in corpus if sentence['speaker'] == speaker], speaker)
    return corpus


def tally(corpus, path=CORPUS):
    heard = defaultdict(lambda: {'heard': 0, 'of': 0})
    false = {language: {'false': 0, 'of': 0} for language in ('zh', 'en')}
    for sentence in corpus:
        language, name = sentence['language'], sentence['class']
        if name == HARMLESS:
            false[language]['of'] += 1
            false[language]['false'] += bool(sentence['alerts'])
        else:
            count = heard[f'{name} {language}']
            count['of'] += 1
            count['heard'] += name in {alert['class'] for alert in sentence['alerts']}
    return {'corpus': hashlib.sha256(path.read_bytes()).hexdigest(), 'classes': dict(sorted(heard.items())), 'harmless': false}


def name_alerts(sentence):
    return ', '.join(f"{alert['class']} ({alert['phrase']}{', possible' if alert['possible'] else ''}{', negated' if alert['negated'] else ''}, "
                     f"{alert['severity']})" for alert in sentence['alerts'])


def rows(figures):
    """The lines of the table in docs/watch.md."""
    counts = {}
    for name, count in figures['classes'].items():
        for row in (f'`{name.split()[0]}`', 'all'):
            for column in (name.split()[1], 'both'):
                total = counts.setdefault(row, {}).setdefault(column, {'heard': 0, 'of': 0})
                total['heard'] += count['heard']
                total['of'] += count['of']
    for row in sorted(counts, key=lambda name: (name == 'all', name)):
        columns = [f"{counts[row][language]['heard']} of {counts[row][language]['of']}" for language in ('zh', 'en')]
        yield f"| {row} | {' | '.join(columns)} | {counts[row]['both']['heard'] / counts[row]['both']['of']:.2f} |"
    for language, count in figures['harmless'].items():
        yield f"{count['false']} of {count['of']} in {'Chinese' if language == 'zh' else 'English'} ({100 * count['false'] / count['of']:.1f} %)"


def show(corpus, figures):
    print('\n'.join(rows(figures)))
    print('\nmissed:')
    for sentence in corpus:
        if sentence['class'] != HARMLESS and sentence['class'] not in {alert['class'] for alert in sentence['alerts']}:
            print(f"- {sentence['class']}: {sentence['sentence']}  [{name_alerts(sentence) or 'nothing'}]")
    print('\nfalse alarms:')
    for sentence in corpus:
        if sentence['class'] == HARMLESS and sentence['alerts']:
            print(f"- ({sentence['speaker']}) {sentence['sentence']}  [{name_alerts(sentence)}]")


def taken_phrases(corpus):
    sentences = [sentence['sentence'] for sentence in corpus]
    for path in sorted(PHRASES.glob('*.xml')):
        for element in ElementTree.parse(path).iter('{urn:fairwell:lexicon:1}phrases'):
            for phrase in filter(None, map(str.strip, (element.text or '').splitlines())):
                for sentence in sentences:
                    if phrase in sentence and len(phrase) >= TAKEN * len(sentence):
                        yield f'{path.name}: {phrase}'


def what_is_worse(figures, before):
    for name, count in before['classes'].items():
        if figures['classes'].get(name, {'heard': 0})['heard'] < count['heard']:
            yield f"{name}: {figures['classes'].get(name, {'heard': 0})['heard']} heard, {count['heard']} before"
    for language, count in before['harmless'].items():
        if figures['harmless'][language]['false'] > count['false']:
            yield f"{language}: {figures['harmless'][language]['false']} false alarms, {count['false']} before"


def test_unlearnt(corpus, figures, before):
    page = PAGE.read_text(encoding='utf-8')
    return {
        'the corpus is the one that was measured':
            [] if before['corpus'] == figures['corpus'] else ['sentences.tsv has changed: another corpus is taken with --take'],
        'no class hears less and there are no more false alarms': list(what_is_worse(figures, before)),
        'no sentence of it is in the lexicon': list(taken_phrases(corpus)),
        'docs/watch.md says what was measured': [row for row in rows(before) if row not in page],
    }


def test(corpus, figures):
    before = json.loads(MEASURED.read_text(encoding='utf-8'))
    problems = {
        'a corpus stands where one was measured, and is measured where it stands': [] if ('corpus' in before) == ('corpus' in figures) else ['measure it: --take, or --write'],
        'no class hears less of what was learnt from': list(what_is_worse(figures['learnt'], before['learnt'])),
    }
    if 'corpus' in before and 'corpus' in figures:
        problems.update(test_unlearnt(corpus, figures, before))
    print(f'1..{len(problems)}')
    for number, (name, found) in enumerate(problems.items(), 1):
        print(f"{'not ok' if found else 'ok'} {number} - {name}")
        for problem in found:
            print(f'# {problem}')
    return 1 if any(problems.values()) else 0


def take(program, path, name):
    """Makes a file the corpus that nobody has learnt from, and writes down what it gave."""
    known = {sentence['sentence'] for sentence in read_corpus(LEARNT)}
    sentences = read_corpus(path)
    learnt = [sentence['sentence'] for sentence in sentences if sentence['sentence'] in known]
    if learnt:
        sys.exit('learnt from already: ' + learnt[0])
    with CORPUS.open('w', encoding='utf-8', newline='') as file:
        file.write('\t'.join(COLUMNS) + '\n')
        for sentence in sentences:
            sentence['class'] = HARMLESS if sentence['class'] in ('harmless', '') else sentence['class']
            file.write('\t'.join(sentence[column] for column in COLUMNS) + '\n')
    figures = tally(measure(program))
    every = list(rows(figures))
    table = ['| class | zh | en | heard |', '|---|---|---|---|', *(row for row in every if row.startswith('|')), '', 'False alarms:', '',
             *('- ' + row for row in every if not row.startswith('|'))]
    columns = next(row for row in every if row.startswith('| all')).strip('| ').split(' | ')[1:]
    false = [sum(count[column] for count in figures['harmless'].values()) for column in ('false', 'of')]
    row = f"| {name}, `sentences.tsv` | {' | '.join(columns)} | {false[0]} of {false[1]} ({100 * false[0] / false[1]:.1f} %) |"
    page = MEASURED_THERE.sub(lambda _: f'The {name} corpus:\n\n' + '\n'.join(table) + '\n', PAGE.read_text(encoding='utf-8'), count=1)
    PAGE.write_text(page.replace(END_OF_TABLE, '\n' + row + END_OF_TABLE, 1), encoding='utf-8')


def main():
    take_one = len(sys.argv) == 5 and sys.argv[2] == '--take'
    if len(sys.argv) < 2 or not (take_one or sys.argv[2:] in ([], ['--show'], ['--write'])):
        sys.exit(__doc__)
    if take_one:
        take(sys.argv[1], Path(sys.argv[3]), sys.argv[4])
    corpus = measure(sys.argv[1]) if CORPUS.exists() else []
    figures = tally(corpus) if corpus else {}
    figures['learnt'] = tally(measure(sys.argv[1], LEARNT), LEARNT)
    if sys.argv[2:] == ['--show']:
        if corpus:
            show(corpus, figures)
        print('\nlearnt from:')
        print('\n'.join(rows(figures['learnt'])))
    elif sys.argv[2:] == ['--write'] or take_one:
        MEASURED.write_text(json.dumps(figures, indent=1) + '\n', encoding='utf-8')
    else:
        return test(corpus, figures)
    return 0


if __name__ == '__main__':
    sys.exit(main())
