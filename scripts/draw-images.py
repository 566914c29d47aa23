#!/usr/bin/env python3
"""Draws the illustrations of the sample blog under content/.

Python's standard library is enough. The same bytes come out every time, so
that a rerun changes nothing:  python3 scripts/draw-images.py
"""

import math
import random
import struct
import zlib
from pathlib import Path

CONTENT = Path(__file__).resolve().parent.parent / "content"

PAPER, PAPER_DARK = "#f6efe2", "#e7dac3"
PLUM, PLUM_LIGHT = "#43203f", "#8a6583"
INK, INK_LIGHT = "#22304f", "#65769a"
OCHRE = "#c8842b"

WIDTH, HEIGHT = 1200, 675


# ---------------------------------------------------------------- SVG helpers


def num(value):
    """A number as short as it can be: one decimal, no trailing zero."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def svg(body, width=WIDTH, height=HEIGHT, background=PAPER):
    back = f'<rect width="{width}" height="{height}" fill="{background}"/>\n' if background else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}">\n{back}' + "\n".join(body) + "\n</svg>\n"
    )


def circle(x, y, radius, fill="none", extra=""):
    return f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(radius)}" fill="{fill}"{extra}/>'


def path(data, fill="none", extra=""):
    return f'<path d="{data}" fill="{fill}"{extra}/>'


def stroke(colour, width, more=""):
    return f' stroke="{colour}" stroke-width="{num(width)}" stroke-linecap="round"{more}'


def smooth(points, closed=False):
    """A Catmull-Rom curve through the points, as cubic Béziers."""
    count = len(points)

    def at(i):
        return points[i % count] if closed else points[max(0, min(count - 1, i))]

    data = f"M{num(points[0][0])} {num(points[0][1])}"
    for i in range(count if closed else count - 1):
        p0, p1, p2, p3 = at(i - 1), at(i), at(i + 1), at(i + 2)
        c1 = (p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6)
        c2 = (p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6)
        data += "C" + " ".join(num(v) for v in (*c1, *c2, *p2))
    return data + ("Z" if closed else "")


def polar(cx, cy, radius, angle):
    return cx + radius * math.cos(angle), cy + radius * math.sin(angle)


# -------------------------------------------------------------- illustrations


def thirty_marks():
    """Thirty brush strokes in a row, one for each article; the nineteenth is ochre."""
    rng = random.Random(1948)
    body = [path("M90 560H1110", extra=stroke(PAPER_DARK, 3))]
    for i in range(30):
        x = 105 + i * 34.1
        height = 330 + 88 * math.sin(i / 29 * math.pi * 1.8 + 0.3) + rng.uniform(-26, 26)
        top, lean = 532 - height, rng.uniform(-7, 7)
        wide, narrow = rng.uniform(8.2, 10.2), rng.uniform(4.2, 6)
        colour = OCHRE if i == 18 else (PLUM, INK, PLUM, INK_LIGHT, INK, PLUM_LIGHT)[i % 6]
        left = smooth([(x - narrow + lean, top), (x - wide, top + height * 0.45), (x - narrow, 532)])
        right = (
            f"Q{num(x)} {num(532 + narrow * 1.7)} {num(x + narrow)} 532"
            f"C{num(x + wide)} {num(532 - height * 0.3)} {num(x + wide + lean)} {num(top + height * 0.3)} "
            f"{num(x + narrow + lean)} {num(top)}"
            f"Q{num(x + lean)} {num(top - narrow * 1.8)} {num(x - narrow + lean)} {num(top)}Z"
        )
        body.append(path(left + right, colour))
    return svg(body)


def person_from_above(cx, cy, angle, scale, colour):
    """Head and shoulders seen from above, facing the middle of the ring."""
    degrees = num(math.degrees(angle) + 90)
    shoulders = "M-46 -8C-46 -30 46 -30 46 -8C46 16 22 22 0 22C-22 22 -46 16 -46 -8Z"
    return (
        f'<g transform="translate({num(cx)} {num(cy)}) rotate({degrees}) scale({num(scale)})">'
        f'<path d="{shoulders}" fill="{colour}"/>'
        f'<circle cy="4" r="20" fill="{PAPER}"/><circle cy="4" r="16.5" fill="{colour}"/></g>'
    )


def ring_of_people():
    """Sixteen people in a ring, joined two and two by eight lines."""
    cx, cy, radius = WIDTH / 2, HEIGHT / 2, 258
    body = [circle(cx, cy, 318, PAPER_DARK, ' opacity="0.55"'), circle(cx, cy, 205, PAPER)]
    angles = [i / 16 * math.tau - math.pi / 2 + math.pi / 16 for i in range(16)]
    pairs = [(0, 5), (1, 8), (2, 12), (3, 10), (4, 14), (6, 11), (7, 15), (9, 13)]
    for n, (a, b) in enumerate(pairs):
        x1, y1 = polar(cx, cy, 212, angles[a])
        x2, y2 = polar(cx, cy, 212, angles[b])
        colour = OCHRE if n == 2 else INK_LIGHT
        data = f"M{num(x1)} {num(y1)}Q{num(cx)} {num(cy)} {num(x2)} {num(y2)}"
        body.append(path(data, extra=stroke(colour, 4.5 if n == 2 else 2.6)))
        for x, y in ((x1, y1), (x2, y2)):
            body.append(circle(x, y, 6, colour))
    for i, angle in enumerate(angles):
        x, y = polar(cx, cy, radius, angle)
        colour = OCHRE if i in (2, 12) else (PLUM if i % 2 else INK)
        body.append(person_from_above(x, y, angle, 1.0, colour))
    return svg(body)


def blob(cx, cy, rx, ry, seed, wobble=0.16, steps=14):
    rng = random.Random(seed)
    shift = [rng.uniform(-wobble, wobble) for _ in range(steps)]

    def ring(scale):
        points = []
        for i in range(steps):
            angle = i / steps * math.tau
            grow = scale * (1 + shift[i])
            points.append((cx + rx * grow * math.cos(angle), cy + ry * grow * math.sin(angle)))
        return smooth(points, closed=True)

    return ring


def lines_between_places():
    """Two lands drawn as height curves, joined by five lines."""
    north, south = blob(300, 265, 245, 205, 11), blob(895, 430, 275, 205, 5)
    body = []
    for land, tint in ((north, INK_LIGHT), (south, PLUM_LIGHT)):
        body.append(path(land(1.0), PAPER_DARK, ' opacity="0.75"'))
        for scale in (1.0, 0.83, 0.66, 0.49, 0.33, 0.18):
            body.append(path(land(scale), extra=stroke(tint, 1.5, ' opacity="0.7"')))
    places = [
        ((190, 175), (760, 330)),
        ((335, 140), (1010, 325)),
        ((255, 285), (865, 425)),
        ((405, 255), (1060, 470)),
        ((330, 395), (800, 540)),
    ]
    for n, ((x1, y1), (x2, y2)) in enumerate(places):
        colour = OCHRE if n == 3 else (PLUM if n % 2 else INK)
        lift = 120 - n * 42
        data = (
            f"M{x1} {y1}C{num(x1 + 190)} {num(y1 - lift)} {num(x2 - 210)} {num(y2 - lift * 1.25)} {x2} {y2}"
        )
        body.append(path(data, extra=stroke(PAPER, 10)))
        body.append(path(data, extra=stroke(colour, 4, ' stroke-dasharray="1 10"' if n in (1, 4) else "")))
        for x, y in ((x1, y1), (x2, y2)):
            body.append(circle(x, y, 13, PAPER, stroke(colour, 4)))
            body.append(circle(x, y, 5, colour))
    return svg(body)


def speech_shapes():
    """Two speech shapes that overlap; where they meet there is an ochre field."""
    left = (
        "M330 110H610A185 185 0 0 1 610 480H420L300 590L318 480A185 185 0 0 1 330 110Z"
    )
    right = (
        "M600 190H880A172 172 0 0 1 896 533L915 628L800 534H600A172 172 0 0 1 600 190Z"
    )
    rng = random.Random(19)
    body = [
        f'<clipPath id="a"><path d="{left}"/></clipPath>',
        path(left, PLUM),
        path(right, INK),
        f'<g clip-path="url(#a)">{path(right, OCHRE)}</g>',
    ]
    for row in range(7):
        y = 188 + row * 34
        body.append(path(f"M{num(265 + rng.uniform(-12, 12))} {y}H{num(390 + rng.uniform(-34, 10))}",
                         extra=stroke(PAPER, 5, ' opacity="0.85"')))
    for row in range(7):
        y = 262 + row * 34
        body.append(path(f"M{num(828 + rng.uniform(0, 34))} {y}H{num(958 + rng.uniform(-12, 12))}",
                         extra=stroke(PAPER, 5, ' opacity="0.85"')))
    for row, (x1, x2) in enumerate(((560, 668), (532, 692), (552, 664), (526, 680), (558, 640))):
        body.append(path(f"M{x1} {270 + row * 34}H{x2}", extra=stroke(PLUM, 6)))
    return svg(body)


def house(x, width, height, colour, roof, windows, lit):
    base = 560
    top = base - height
    shape = {
        "gable": f"M{x} {base}V{top}L{num(x + width / 2)} {num(top - width * 0.55)}L{x + width} {top}V{base}Z",
        "steps": (
            f"M{x} {base}V{top}h{num(width / 6)}v-22h{num(width / 6)}v-22h{num(width / 3)}v22"
            f"h{num(width / 6)}v22h{num(width / 6)}V{base}Z"
        ),
        "spire": f"M{x} {base}V{top}L{num(x + width / 2)} {num(top - width * 1.9)}L{x + width} {top}V{base}Z",
        "flat": f"M{x} {base}V{top}H{x + width}V{base}Z",
    }[roof]
    out = [path(shape, colour)]
    columns, rows = windows
    for row in range(rows):
        for column in range(columns):
            wx = x + width * (column + 0.5) / columns - 8
            wy = top + 26 + row * 52
            shine = OCHRE if (column, row) in lit else PAPER
            opacity = "" if shine == OCHRE else ' opacity="0.22"'
            out.append(path(f"M{num(wx)} {num(wy + 30)}v-20a8 8 0 0 1 16 0v20Z", shine, opacity))
    return out


def town():
    """A town at dusk with two towers; seven of its windows are lit."""
    body = [circle(845, 330, 190, PAPER_DARK), circle(845, 330, 128, PAPER)]
    body += house(480, 74, 330, INK_LIGHT, "spire", (1, 1), set())
    body += house(580, 74, 330, INK_LIGHT, "spire", (1, 1), {(0, 0)})
    body += house(120, 150, 185, PLUM, "gable", (2, 3), {(1, 1)})
    body += house(284, 132, 240, INK, "steps", (2, 4), {(0, 2), (1, 0)})
    body += house(430, 96, 150, PLUM_LIGHT, "gable", (1, 2), set())
    body += house(540, 170, 205, PLUM, "flat", (2, 3), {(0, 1)})
    body += house(724, 120, 255, INK, "gable", (1, 3), {(0, 2)})
    body += house(858, 200, 160, PLUM, "steps", (2, 2), {(1, 1)})
    body.append(path("M60 560H1140", extra=stroke(INK, 6)))
    for x in range(100, 1120, 60):
        body.append(path(f"M{x} 588h26", extra=stroke(PAPER_DARK, 5)))
    return svg(body)


def mix(a, b, share):
    parts = [
        round(int(a[i : i + 2], 16) * (1 - share) + int(b[i : i + 2], 16) * share) for i in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02x}" for part in parts)


def eight_doors():
    """Eight doorways, one inside another, with a level floor and light at the end."""
    body = []
    cx, floor = WIDTH / 2, 560
    for i in range(8):
        half, top = 330 - i * 37, 75 + i * 42
        colour = mix(PLUM if i % 2 else INK, PAPER_DARK, (i / 8) ** 1.25)
        body.append(
            path(
                f"M{num(cx - half)} {floor}V{num(top + half)}A{num(half)} {num(half)} 0 0 1 "
                f"{num(cx + half)} {num(top + half)}V{floor}Z",
                colour,
            )
        )
    half, top = 34, 411
    body.append(
        path(
            f"M{num(cx - half)} {floor}V{top + half}A{half} {half} 0 0 1 {num(cx + half)} {top + half}V{floor}Z",
            OCHRE,
        )
    )
    body.append(path(f"M{num(cx - 34)} {floor}L{num(cx - 230)} 640H{num(cx + 230)}L{num(cx + 34)} {floor}Z", OCHRE,
                     ' opacity="0.8"'))
    body.append(path(f"M90 {floor}H{num(cx - 34)}M{num(cx + 34)} {floor}H1110", extra=stroke(INK, 5)))
    return svg(body)


def five_threads():
    """Five threads in a braid: neighbours change places, now over, now under."""
    colours = [PLUM, OCHRE, INK, PLUM_LIGHT, INK_LIGHT]
    first, step, swaps = 150, 150, 6

    lanes, crossings = [[k] for k in range(5)], []  # lanes[thread][step] = its place
    for t in range(swaps):
        for k in range(5):
            lanes[k].append(lanes[k][-1])
        for upper in range(t % 2, 4, 2):
            down = next(k for k in range(5) if lanes[k][t] == upper)
            up = next(k for k in range(5) if lanes[k][t] == upper + 1)
            lanes[down][t + 1], lanes[up][t + 1] = upper + 1, upper
            crossings.append((first + (t + 0.5) * step, down if t % 2 else up))

    def y(k, x):
        place = min(max((x - first) / step, 0), swaps)
        t = min(int(place), swaps - 1)
        share = 0.7 * (place - t) + 0.3 * (1 - math.cos((place - t) * math.pi)) / 2
        lane = lanes[k][t] * (1 - share) + lanes[k][t + 1] * share
        return HEIGHT / 2 + (lane - 2) * 92 * (1 + 0.35 * ((x - WIDTH / 2) / (WIDTH / 2)) ** 4)

    def thread(k, start, end, steps):
        return smooth([(x, y(k, x)) for x in (start + (end - start) * i / steps for i in range(steps + 1))])

    def line(data, colour, width):
        return path(data, extra=f' stroke="{colour}" stroke-width="{width}"')

    body = [line(thread(k, -50, WIDTH + 50, 65), colours[k], 30) for k in range(5)]
    for x, over in crossings:
        body.append(line(thread(over, x - 36, x + 36, 4), PAPER, 44))
        body.append(line(thread(over, x - 44, x + 44, 4), colours[over], 30))
    return svg(body)


def divider():
    """A narrow band of marks; only decoration."""
    rng = random.Random(30)
    body = []
    for i in range(30):
        x = 165 + i * 30
        tall = 10 + 12 * math.sin(i / 29 * math.pi) + rng.uniform(-2, 2)
        colour = OCHRE if i == 18 else (PLUM if i % 2 else INK)
        body.append(path(f"M{x} {num(40 - tall)}V{num(40 + tall)}", extra=stroke(colour, 5)))
    return svg(body, 1200, 80, background=None)


def pairs_emblem(pairs, accent):
    """A network's emblem: dots on the left joined with dots on the right."""
    body = []
    for i in range(pairs):
        y1 = 200 + (i - (pairs - 1) / 2) * (300 / pairs)
        y2 = 200 + ((i * 3 + 1) % pairs - (pairs - 1) / 2) * (300 / pairs)
        colour = OCHRE if i == accent else (PLUM if i % 2 else INK)
        body.append(path(f"M120 {num(y1)}C300 {num(y1)} 300 {num(y2)} 480 {num(y2)}", extra=stroke(colour, 4)))
        body += [circle(120, y1, 12, colour), circle(480, y2, 12, PAPER, stroke(colour, 4))]
    return svg(body, 600, 400)


def portrait(colour, back, hair):
    """A portrait of nobody: a head and shoulders of simple shapes."""
    body = [
        circle(240, 240, 210, back),
        '<clipPath id="a"><circle cx="240" cy="240" r="210"/></clipPath>',
        '<g clip-path="url(#a)">',
        path("M70 480C70 350 160 318 240 318C320 318 410 350 410 480Z", colour),
        path("M206 290h68v44c0 22-68 22-68 0Z", PAPER),
        circle(240, 210, 92, PAPER),
        path(hair, colour),
        "</g>",
    ]
    return svg(body, 480, 480)


# ------------------------------------------------------------------------ PNG


def rgb(colour):
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def two_ripples(width=960, height=540, grid=3):
    """Two sets of rings on water that meet: plum, ink, and ochre where they cross."""
    first, second = (330.0, 250.0), (660.0, 305.0)
    spacing, reach = 42.0, 330.0
    palette = [rgb(c) for c in (PAPER, PLUM, INK, OCHRE)]

    def on_ring(x, y, source):
        distance = math.hypot(x - source[0], y - source[1])
        if distance > reach:
            return False
        thickness = 11.0 * (1 - distance / reach) + 1.6
        return abs((distance + spacing / 2) % spacing - spacing / 2) < thickness

    index, colours, rows = {}, [], []
    offsets = [(i + 0.5) / grid for i in range(grid)]
    for y in range(height):
        row = bytearray([0])
        for x in range(width):
            counts = [0, 0, 0, 0]
            for dy in offsets:
                for dx in offsets:
                    a = on_ring(x + dx, y + dy, first)
                    b = on_ring(x + dx, y + dy, second)
                    counts[a + 2 * b] += 1
            key = tuple(counts)
            if key not in index:
                index[key] = len(colours)
                total = grid * grid
                colours.append(
                    tuple(round(sum(n * p[c] for n, p in zip(counts, palette)) / total) for c in range(3))
                )
            row.append(index[key])
        rows.append(bytes(row))
    assert len(colours) <= 256

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"PLTE", b"".join(bytes(c) for c in colours))
        + chunk(b"IDAT", zlib.compress(b"".join(rows), 9))
        + chunk(b"IEND", b"")
    )


# ----------------------------------------------------------------------- main

SHORT_HAIR = "M148 214C140 120 190 96 244 98C306 100 344 138 332 218C322 176 290 160 236 164C196 166 160 178 148 214Z"
LONG_HAIR = "M138 330C116 180 156 92 242 94C330 96 362 184 342 330C330 318 326 246 312 196C268 190 224 176 206 152C196 190 164 214 158 226C156 262 152 316 138 330Z"

IMAGES = {
    "posts/2020/trettio-streck.svg": thirty_marks,
    "posts/2020/avdelare.svg": divider,
    "posts/2021/ring-av-manniskor.svg": ring_of_people,
    "posts/2021/2021-06-10-lund-manniskorattsstad/stad-i-skymning.svg": town,
    "posts/2021/tva-ringar.png": two_ripples,
    "posts/2022/fem-tradar.svg": five_threads,
    "posts/2022/linjer-mellan-platser.svg": lines_between_places,
    "posts/2022/talande-former.svg": speech_shapes,
    "posts/2022/atta-dorrar.svg": eight_doors,
    "networks/partnerskap-1.svg": lambda: pairs_emblem(8, 2),
    "networks/partnerskap-2.svg": lambda: pairs_emblem(5, 3),
    "authors/asa-ekmark.svg": lambda: portrait(PLUM, PAPER_DARK, LONG_HAIR),
    "authors/orjan-tallfors.svg": lambda: portrait(INK, PAPER_DARK, SHORT_HAIR),
}


def main():
    for name, draw in IMAGES.items():
        target = CONTENT / name
        target.parent.mkdir(parents=True, exist_ok=True)
        data = draw()
        target.write_bytes(data if isinstance(data, bytes) else data.encode())
        print(f"{target.stat().st_size:>7}  {name}")


if __name__ == "__main__":
    main()
