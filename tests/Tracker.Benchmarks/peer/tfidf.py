#!/usr/bin/env python3
"""The plain peer: clauses as commitments and as evidence, jieba words, TF-IDF cosine, two thresholds.

usage: tfidf.py PLAN REVIEW PLAN_START PLAN_END REVIEW_START REVIEW_END [REPEATS]
The section borders are given to it (UTF-16 offsets, as Tracker found them), which is generous. Prints one JSON object: the
seconds that one comparison took after loading and warm-up (median), and the result in the form of `tracker compare`.
"""
import json
import re
import statistics
import sys
import time

import jieba
from sklearn.feature_extraction.text import TfidfVectorizer

REPORTED, ALL_OF_IT = 0.25, 0.45


def clauses(text, start, end):
    for match in re.finditer(r"[^，。；！？\n]{6,}", text[start:end]):
        quote = match.group().strip()
        at = start + match.start() + match.group().index(quote)
        yield at, at + len(quote), quote


def compare(plan, review, borders):
    left = list(clauses(plan, *borders[:2]))
    right = list(clauses(review, *borders[2:]))
    words = TfidfVectorizer(tokenizer=jieba.lcut, token_pattern=None, lowercase=False)
    table = words.fit_transform([quote for _, _, quote in left + right])
    likeness = (table[: len(left)] @ table[len(left):].T).toarray()
    found = []
    for row, (start, end, quote) in zip(likeness, left):
        order = row.argsort()[::-1][:10]
        best = float(row[order[0]]) if len(order) else 0.0
        status = "fulfilled" if best >= ALL_OF_IT else "partial" if best >= REPORTED else "none"
        spans = [
            {"span": {"start": right[i][0], "end": right[i][1]}, "quote": right[i][2], "score": float(row[i]), "relation": "direct"}
            for i in order
        ]
        found.append({
            "id": f"p-{start}", "span": {"start": start, "end": end}, "quote": quote, "status": status, "evidenced": min(1.0, best / 0.6),
            "evidence": spans[:1] if status != "none" else [], "candidates": spans,
        })
    return {"commitments": found}


def main():
    plan, review = (open(path, encoding="utf-8-sig", newline="").read() for path in sys.argv[1:3])
    borders = [int(value) for value in sys.argv[3:7]]
    repeats = int(sys.argv[7]) if len(sys.argv) > 7 else 5
    jieba.setLogLevel(60)
    result = compare(plan, review, borders)
    seconds = []
    for _ in range(repeats):
        began = time.perf_counter()
        compare(plan, review, borders)
        seconds.append(time.perf_counter() - began)
    json.dump({"seconds": statistics.median(seconds), "result": result}, sys.stdout, ensure_ascii=False)


main()
