#!/usr/bin/env python3
"""What the phrase watch hears of the corpus, through the command line.

measure.py FAIRWELLCTL            prints TAP: the figures are no worse than measured.json says
measure.py FAIRWELLCTL --show     prints the figures, what was missed and every false alarm
measure.py FAIRWELLCTL --write    writes measured.json anew

Each corpus was written by somebody who had not seen the lexicon, and was measured once before anybody learnt from it; docs/watch.md has those figures.
sentences.tsv is the ninth: nobody has learnt from it. learnt.tsv holds the eight before it; how much of them is heard says little, only that nothing is lost again. Who
learns from the ninth moves its lines to learnt.tsv, and lets a corpus that nobody has learnt from take its place.
"""
import csv
import hashlib
import json
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


def test(corpus, figures):
    before = json.loads(MEASURED.read_text(encoding='utf-8'))
    page = PAGE.read_text(encoding='utf-8')
    problems = [
        [] if before['corpus'] == figures['corpus'] else ['sentences.tsv has changed: another corpus is measured anew, and gets another file'],
        list(what_is_worse(figures, before)),
        list(what_is_worse(figures['learnt'], before['learnt'])),
        list(taken_phrases(corpus)),
        [row for row in rows(before) if row not in page],
    ]
    names = ['the corpus is the one that was measured', 'no class hears less and there are no more false alarms', 'nor in the corpus that was learnt from',
             'no sentence of it is in the lexicon',
             'docs/watch.md says what was measured']
    print(f'1..{len(names)}')
    for number, (name, found) in enumerate(zip(names, problems), 1):
        print(f"{'not ok' if found else 'ok'} {number} - {name}")
        for problem in found:
            print(f'# {problem}')
    return 1 if any(problems) else 0


def main():
    if len(sys.argv) < 2 or sys.argv[2:] not in ([], ['--show'], ['--write']):
        sys.exit(__doc__)
    corpus = measure(sys.argv[1])
    figures = tally(corpus)
    figures['learnt'] = tally(measure(sys.argv[1], LEARNT), LEARNT)
    if sys.argv[2:] == ['--show']:
        show(corpus, figures)
    elif sys.argv[2:] == ['--write']:
        MEASURED.write_text(json.dumps(figures, indent=1) + '\n', encoding='utf-8')
    else:
        return test(corpus, figures)
    return 0


if __name__ == '__main__':
    sys.exit(main())
