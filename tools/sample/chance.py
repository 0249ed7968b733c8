"""Chance that falls the same way every time. Only random.random() is drawn from, whose sequence no version of Python changes."""
import random


class Chance:
    """One source for each purpose, so that a further list or person moves nobody else's figures."""

    def __init__(self, *seeds):
        seed = 20261015
        for part in seeds:
            seed = seed * 1000003 + (part if isinstance(part, int) else sum(ord(sign) * 31 ** place for place, sign in enumerate(part)))
        self.draw = random.Random(seed % 2 ** 61).random

    def pick(self, items):
        return items[int(self.draw() * len(items))]

    def between(self, low, high):
        return low + int(self.draw() * (high - low + 1))

    def yes(self, share):
        return self.draw() < share

    def some(self, items, count):
        """So many of the items, each once, in their order."""
        left = list(range(len(items)))
        taken = sorted(left.pop(int(self.draw() * len(left))) for _ in range(min(count, len(left))))
        return [items[index] for index in taken]
