"""Sets everything up and runs unionkpi: needs Python 3.11 or later and nothing else.

Makes the virtual environment ``.venv`` beside this file, installs the hash-locked
requirements into it, again whenever the lock has changed, and hands over. Standard output
belongs to the command that is run; everything said here goes to standard error.
"""

from __future__ import annotations  # so that an old Python gets as far as the sentence about its age

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
RUNTIME_LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-dev.lock"
OLDEST_PYTHON = (3, 11)
SIDE_BY_SIDE = ("-n", str((os.cpu_count() or 1) + 1), "--dist", "loadfile")
"""How the tests share the cores: the tests of one file, which build on the same fixtures, stay together. One process
more than there are cores, because some wait for a browser."""
REFUSED = 2
INTERRUPTED = 130

HELP = """\
工会数据一本账 · unionkpi

python3 start.py demo            用样例县试一试 · try it on a sample county
python3 start.py --home DIR build    收件箱 → 检查 → 发布 · inbox → checks → publish
python3 start.py --help          全部命令 · all commands
python3 start.py test            运行测试 · run the tests
python3 start.py bundle DIR      为离线电脑准备安装包 · collect the packages for an offline machine
python3 start.py --wheels DIR demo   离线安装 · install offline from that folder
"""


class Trouble(Exception):
    """Something that the person at the keyboard can mend, said in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(f"{zh}\n{en}")


def main(arguments: list[str]) -> int:
    """Runs one command; the exit code is the command's own, or 2 when it could not be started."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    try:
        return run(arguments)
    except Trouble as trouble:
        say(str(trouble))
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        say(f"无法准备运行环境：{error}\nCannot prepare the environment: {error}")
        return REFUSED


def run(arguments: list[str]) -> int:
    check_python()
    wheels, arguments = take_wheels(arguments)
    if not arguments:
        if not double_clicked():
            print(HELP, end="")  # noqa: T201 -- this file has no command line library to print with
            return 0
        arguments = ["demo"]
    if arguments[0] == "bundle":
        return bundle(arguments[1:])
    if arguments[0] == "test":
        python = prepare(TEST_LOCK, wheels)
        return hand_over(python, ["-m", "pytest", *SIDE_BY_SIDE, *arguments[1:]], ROOT)
    python = prepare(RUNTIME_LOCK, wheels)
    # what a sentence that names the next command calls it
    os.environ["UNIONKPI_PROGRAM"] = f"{'python' if os.name == 'nt' else 'python3'} start.py"
    return hand_over(python, ["-P", "-m", "pipelines.cli", *arguments], Path.cwd())


def say(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201


def check_python() -> None:
    if sys.version_info[:2] < OLDEST_PYTHON:
        found = ".".join(map(str, sys.version_info[:3]))
        needed = ".".join(map(str, OLDEST_PYTHON))
        raise Trouble(
            f"需要 Python {needed} 或更高版本，现在是 {found}：请安装新版后用它运行 start.py",
            f"Python {needed} or later is needed and this is {found}: install one and run start.py with it",
        )


def take_wheels(arguments: list[str]) -> tuple[Path | None, list[str]]:
    """The folder named by ``--wheels DIR`` in front of the command, and the other arguments."""
    if not arguments or arguments[0] != "--wheels":
        return None, arguments
    folder = Path(arguments[1]).resolve() if len(arguments) > 1 else None
    if folder is None or not any(folder.glob("*.whl")):
        raise Trouble(
            "--wheels 后面应是存放安装包（*.whl）的文件夹，可在联网电脑上用 python3 start.py bundle DIR 准备",
            "--wheels needs a folder of wheels (*.whl): python3 start.py bundle DIR makes one on a connected machine",
        )
    return folder, arguments[2:]


def double_clicked() -> bool:
    """Whether Windows opened a console for this script alone, so that help would vanish unread."""
    if sys.platform != "win32":
        return False
    # the launcher and this interpreter; a shell would be a third
    return ctypes.windll.kernel32.GetConsoleProcessList((ctypes.c_uint * 8)(), 8) <= 2


def prepare(lock: Path, wheels: Path | None) -> Path:
    """Makes sure that the environment holds what the lock says; gives its interpreter."""
    python = interpreter()
    version = version_of(python)
    if version and stamp(lock).is_file() and stamp(lock).read_text(encoding="ascii") == content_of(lock, version):
        return python
    say("正在安装依赖……\nInstalling the requirements …")
    if not version:
        version = make_environment(python)
    for other in (RUNTIME_LOCK, TEST_LOCK):
        stamp(other).unlink(missing_ok=True)
    install(python, lock, wheels)
    # the tests' lock holds the other one too
    for held in {lock, RUNTIME_LOCK}:
        stamp(held).write_text(content_of(held, version), encoding="ascii")
    return python


def interpreter() -> Path:
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_environment(python: Path) -> str:
    venv.EnvBuilder(clear=True, symlinks=os.name != "nt").create(ENVIRONMENT)
    return version_of(python)


def version_of(python: Path) -> str:
    """The environment's Python, such as "3.11"; empty when there is none that starts."""
    if not python.exists():
        return ""
    return ask(python, "-c", "import sys; print(*sys.version_info[:2], sep='.')").stdout.strip()


def ask(python: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(python), *arguments], capture_output=True, text=True, check=False)


def stamp(lock: Path) -> Path:
    return ENVIRONMENT / f"installed-{lock.name}"


def content_of(lock: Path, version: str) -> str:
    """What is installed after this lock: its hash, and the Python that it was installed for."""
    return f"{hashlib.sha256(lock.read_bytes()).hexdigest()} {version}\n"


def install(python: Path, lock: Path, wheels: Path | None) -> None:
    """Installs with uv when it is on the PATH, else, or when that fails, with pip."""
    source = ["--no-index", "--find-links", str(wheels)] if wheels else []
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    what = ["install", *quiet, "--require-hashes", *source, "--requirement", str(lock)]
    uv = shutil.which("uv")
    if uv and succeeds([uv, "pip", *what, "--python", str(python)]):
        return
    add_pip(python)
    if succeeds([str(python), "-m", "pip", "--disable-pip-version-check", *what]):
        return
    if wheels:
        raise Trouble(
            f"无法从 {wheels} 安装：其中的安装包不全，或是为另一种系统或 Python 版本准备的",
            f"Cannot install from {wheels}: packages are missing, or are for another system or Python",
        )
    raise Trouble(
        "无法下载依赖：请检查网络；没有网络时，在联网电脑上运行 python3 start.py bundle DIR，再用 --wheels DIR",
        "Cannot download the requirements: check the network, or run python3 start.py bundle DIR on a connected "
        "machine and then use --wheels DIR",
    )


def add_pip(python: Path) -> None:
    if ask(python, "-m", "pip", "--version").returncode and ask(python, "-m", "ensurepip").returncode:
        raise Trouble(
            "这个 Python 缺少 venv/ensurepip：在 Debian、Ubuntu、UOS 上先运行 apt install python3-venv",
            "This Python lacks venv/ensurepip: on Debian, Ubuntu or UOS run apt install python3-venv first",
        )


def succeeds(command: list[str]) -> bool:
    return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0


def bundle(arguments: list[str]) -> int:
    """Downloads every wheel of the lock into a folder; what follows the folder goes to ``pip download``."""
    if not arguments or arguments[0].startswith("-"):
        raise Trouble(
            "用法：python3 start.py bundle DIR（存放安装包的文件夹）", "Usage: python3 start.py bundle DIR (a folder)"
        )
    python = interpreter()
    if not version_of(python):
        make_environment(python)
    add_pip(python)
    folder = Path(arguments[0]).resolve()
    download = ["-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--require-hashes"]
    binary = ["--only-binary", ":all:", "--no-deps", "--requirement", str(RUNTIME_LOCK), "--dest", str(folder)]
    if not succeeds([str(python), *download, *binary, *arguments[1:]]):
        raise Trouble("下载失败：请检查网络", "The download failed: check the network")
    say(f"安装包已存入 {folder}\nThe packages are in {folder}")
    return 0


def hand_over(python: Path, arguments: list[str], folder: Path) -> int:
    """Runs the command in place of this process where the system can, so that every signal reaches it."""
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    command = [str(python), *arguments]
    if os.name == "posix":
        os.chdir(folder)
        os.execve(command[0], command, environment)  # noqa: S606 -- no shell is wanted
    with subprocess.Popen(command, cwd=folder, env=environment) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue  # the console has told the child too; it ends when it is done


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
