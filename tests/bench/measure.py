"""measure - runs programs in turn, says what they took and keeps the tables; for the benchmarks."""
import datetime
import os
import re
import statistics
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
BUILD = os.path.join(ROOT, os.environ.get("QC_BUILD", "build"))
QC = os.path.join(BUILD, "qc")
TOOLS = os.path.join(BUILD, "bench")


def compiled(name, *libraries):
    """The program of a C file beside this one; None when it cannot be made, for want of a library."""
    os.makedirs(TOOLS, exist_ok=True)
    program, source = os.path.join(TOOLS, name), os.path.join(HERE, name + ".c")
    if not os.path.exists(program) or os.path.getmtime(program) < os.path.getmtime(source):
        command = [os.environ.get("CC", "cc"), "-std=c11", "-D_GNU_SOURCE", "-O2", "-o", program, source, *libraries]
        if subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode != 0:
            return None
    return program


def run(command):
    """Seconds on the clock, seconds of the processor, MB of memory at most in one process of it, exit status."""
    result, answer = os.pipe()
    streams = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    measure = compiled("measure")
    process = os.posix_spawn(measure, [measure, *command], os.environ,
                             file_actions=[*streams, (os.POSIX_SPAWN_DUP2, answer, 3)])
    os.close(answer)
    os.waitpid(process, 0)
    with open(result, encoding="ascii") as file:
        clock, processor, memory, status = file.read().split()
    return float(clock), float(processor), int(memory) / 1024, int(status)


class Pair:
    """What one program took beside another: medians, and medians of the ratios of each pair."""

    def __init__(self, ours, theirs):
        self.took, self.other = ([statistics.median(part) for part in zip(*runs)] for runs in (ours, theirs))
        ratios = [[a / max(b, 1e-4) for a, b in zip(mine[:3], yours)] for mine, yours in zip(ours, theirs)]
        self.clock, self.processor, self.memory = (statistics.median(part) for part in zip(*ratios))
        self.runs = len(ours)


def in_turn(ours, theirs, most=25, seconds=4):
    """Runs two commands A B A B … until both have had their seconds, three times at least unless they are slow."""
    run(theirs)
    first, a, b = run(ours), [], []  # what they read is in memory now
    if first[3] > 4:  # linters say with it what they found
        return None
    while len(a) < most and (len(a) < 3 and first[0] < 10 or not a or sum(one[0] for one in a + b) < seconds):
        a.append(run(ours))
        b.append(run(theirs))
    return Pair(a, b)


def machine():
    """Date and machine, for the end of a table."""
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = re.search(r"model name\s*: (.*)", file.read())
    return (f"{datetime.date.today()}, {os.cpu_count()} cores of {model[1] if model else 'an unknown processor'}, "
            f"load {os.getloadavg()[1]:.1f} when it ended")


def tell(lines, part=None):
    """Prints lines as they come; with a part, they then stand in README.md between <!-- part --> and <!-- end of part -->."""
    kept = []
    for line in lines:
        print(line, flush=True)
        kept.append(line)
    if part is None:
        return
    path = os.path.join(HERE, "README.md")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    before, rest = text.split(f"<!-- {part} -->\n", 1)
    after = rest[rest.index(f"<!-- end of {part} -->"):]
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{before}<!-- {part} -->\n\n" + "\n".join(kept).rstrip("\n") + f"\n\n{after}")
