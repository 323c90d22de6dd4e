#!/usr/bin/env python3
"""A seat for Parley: asks for what it wants most, accepts what it can live with, never leaves.

    parley run two-valleys --seat "lower=program:python3 examples/seats/steady.py"

It speaks the protocol of docs/seat-protocol.md and needs nothing but Python's own library.
"""

import json
import sys


def best_option(own, issue):
    """The option of an issue that is worth most to us within our red line."""
    worth = own["worth"][issue]
    never = own["never"][issue]
    allowed = [option for option in worth if option not in never] or list(worth)
    return max(allowed, key=lambda option: worth[option])


def amendments(own, question):
    """Ask first where it gains most, until the text would be worth the target."""
    text = dict(question["text"])
    wishes = []
    gain = lambda issue: own["worth"][issue][best_option(own, issue)] - own["worth"][issue][text[issue]]
    for issue in sorted(text, key=gain, reverse=True):
        crossed = text[issue] in own["never"][issue]
        value = sum(own["worth"][k][text[k]] for k in text)
        if (value >= question["own"]["target"] or gain(issue) <= 0) and not crossed:
            continue
        text[issue] = best_option(own, issue)
        wishes.append({"issue": issue, "option": text[issue]})
    return wishes


def vote(own, question):
    """Accept what crosses no red line and is worth more than no agreement."""
    text, numbers = question["text"], question["own"]
    for issue, option in text.items():
        if option in own["never"][issue]:
            return {"type": "vote", "accepts": False, "objection": {"code": "red-line", "issue": issue}}
    worth = numbers["utility"] + numbers["promises"] - numbers["audience"] - numbers["commitment"]
    if worth >= numbers["walkAway"]:
        return {"type": "vote", "accepts": True}
    costliest = max(text, key=lambda issue: own["worth"][issue][best_option(own, issue)] - own["worth"][issue][text[issue]])
    return {"type": "vote", "accepts": False, "objection": {"code": "below-walk-away", "issue": costliest}}


def answer(own, question):
    kind = question["question"]
    if kind == "attendance":
        return {"type": "attendance", "grade": "official"}
    if kind == "amendments":
        return {"type": "amendments", "amendments": amendments(own, question)}
    if kind == "caucus":
        presses = [one for one in question["choices"]["acts"] if one["act"] == "press"]
        return {"type": "caucus", "acts": [{"act": "press", "on": one["on"]} for one in presses]}
    if kind == "draft":
        return {"type": "draft", "changes": amendments(own, question)[: question["choices"]["atMost"]]}
    if kind == "vote":
        return vote(own, question)
    return {"type": "stay", "stays": True}


def main():
    own = None
    for line in sys.stdin:
        message = json.loads(line)
        if message["type"] == "hello":
            own = message["scenario"]["own"]
        elif message["type"] == "question":
            reply = {"type": "answer", "number": message["number"], "answer": answer(own, message)}
            print(json.dumps(reply), flush=True)
        elif message["type"] == "lost":
            print(f"turn lost: {message['reason']}", file=sys.stderr)


main()
