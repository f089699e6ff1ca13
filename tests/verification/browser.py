"""Chromium without a window, spoken to over a pipe (the DevTools protocol), for real pages."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from base64 import b64decode
from pathlib import Path
from typing import Any, Self

import pytest

LONGEST = 15.0  # seconds; a page here answers in hundredths
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_START = """  # Chromium listens on 3 and answers on 4
import fcntl, os, sys
ends = [fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3]]
for end, its in zip(ends, (3, 4)):
    os.dup2(end, its)
os.execv(sys.argv[3], sys.argv[3:])
"""


def program() -> str:
    """Return where Chromium is; skip, with a sentence, where it is not."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("Chromium is not here; run ‘sh installer/setup.sh --tests’ as root")
    return found


class Browser:
    """One Chromium; `tab` opens a page in it."""

    def __init__(self, profile: Path) -> None:
        its_in, self._out = os.pipe()
        self._in, its_out = os.pipe()
        words = [
            "--headless=new", "--remote-debugging-pipe", f"--user-data-dir={profile}",
            "--no-first-run", "--disable-gpu", "--disable-dev-shm-usage", "--no-sandbox",
            "--disable-background-networking", "--disable-component-update", "--lang=en-GB",
            "--password-store=basic", "--hide-scrollbars", "about:blank",
        ]  # fmt: skip
        command = [sys.executable, "-c", _START, str(its_in), str(its_out), program(), *words]
        self._process = subprocess.Popen(
            command, pass_fds=(its_in, its_out), stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(its_in)
        os.close(its_out)
        self._last, self._rest = 0, b""
        self.events: list[dict[str, Any]] = []

    def ask(self, method: str, session: str = "", **what: Any) -> dict[str, Any]:
        """Give a command and return its result."""
        self._last += 1
        said: dict[str, Any] = {"id": self._last, "method": method, "params": what}
        if session:
            said["sessionId"] = session
        os.write(self._out, json.dumps(said).encode() + b"\0")
        while True:
            found = self._message()
            if found.get("id") == self._last:
                assert "error" not in found, (method, found)
                result: dict[str, Any] = found["result"]
                return result
            if "method" in found:
                self.events.append(found)

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            more = os.read(self._in, 1 << 20)
            assert more, "Chromium ended"
            self._rest += more
        one, self._rest = self._rest.split(b"\0", 1)
        found: dict[str, Any] = json.loads(one)
        return found

    def tab(self, url: str = "about:blank", **how: Any) -> Tab:
        """Open a page."""
        return Tab(self, url, **how)

    def close(self) -> None:
        """End the browser."""
        self.ask("Browser.close")
        self._process.wait(LONGEST)
        os.close(self._in)
        os.close(self._out)


class Tab:
    """One page: what it shows, what it asked for, and what a person does to it."""

    def __init__(self, browser: Browser, url: str, **how: Any) -> None:
        self._browser = browser
        self._target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = browser.ask(
            "Target.attachToTarget", targetId=self._target, flatten=True
        )["sessionId"]  # fmt: skip
        for area in ("Page", "Network", "Runtime", "DOM", "Log"):
            self.ask(f"{area}.enable")
        self.look(**how)
        self.go(url)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_trouble: object) -> None:
        self._browser.ask("Target.closeTarget", targetId=self._target)

    def ask(self, method: str, **what: Any) -> dict[str, Any]:
        """Give a command to this page."""
        return self._browser.ask(method, self.session, **what)

    def look(self, width: int = 1100, height: int = 900, *, dark: bool = False, zoom: float = 1,
             script: bool = True) -> None:  # fmt: skip
        """Show the page at this size, light or dark, larger, without its scripts."""
        self.ask(
            "Emulation.setDeviceMetricsOverride", width=width, height=height,
            deviceScaleFactor=zoom, mobile=False,
        )  # fmt: skip
        feature = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", features=[feature])
        self.ask("Emulation.setScriptExecutionDisabled", value=not script)

    def go(self, url: str) -> None:
        """Go to an address, and wait until all of it is there."""
        self.ask("Page.navigate", url=url)
        self.wait("document.readyState === 'complete' && location.href !== 'about:blank'"
                  if url != "about:blank" else "true")  # fmt: skip

    def value(self, script: str) -> Any:
        """Return what a script gives."""
        found = self.ask(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def wait(self, script: str) -> Any:
        """Wait until a script gives something true, and return it."""
        end = time.monotonic() + LONGEST
        while not (found := self.value(script)):
            assert time.monotonic() < end, script
            time.sleep(0.01)
        return found

    def put(self, selector: str, text: str) -> None:
        """Put the caret into a field and type, in place of what it had."""
        field = f"document.querySelector({json.dumps(selector)})"
        self.value(f"{field}.focus(); {field}.select()")
        self.ask("Input.insertText", text=text)

    def press(self, key: str) -> None:
        """Press a key."""
        text = {"Enter": "\r"}.get(key, "")
        for kind in ("keyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, text=text)

    def choose(self, selector: str, *files: Path) -> None:
        """Choose files in a file field."""
        root = self.ask("DOM.getDocument")["root"]["nodeId"]
        found = self.ask("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.ask("DOM.setFileInputFiles", nodeId=found, files=[str(file) for file in files])

    def drop(self, *files: Path) -> None:
        """Drag files over the page and let them go."""
        data = {"items": [], "files": [str(file) for file in files], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            self.ask("Input.dispatchDragEvent", type=kind, x=200, y=200, data=data)

    def requests(self) -> list[str]:
        """Return every address this page asked for."""
        return [
            event["params"]["request"]["url"]
            for event in self._browser.events
            if event.get("sessionId") == self.session
            and event["method"] == "Network.requestWillBeSent"
        ]

    def complaints(self) -> list[str]:
        """Return what the browser found wrong with the page: refused scripts, uncaught errors."""
        wanted = {"Runtime.exceptionThrown", "Log.entryAdded"}
        return [
            json.dumps(event["params"])
            for event in self._browser.events
            if event.get("sessionId") == self.session and event["method"] in wanted
        ]

    def controls(self) -> list[tuple[str, str]]:
        """Return role and name of everything that a screen reader can operate."""
        operable = {"button", "textbox", "link", "combobox", "checkbox"}
        nodes = self.ask("Accessibility.getFullAXTree")["nodes"]
        return [
            (node["role"]["value"], node.get("name", {}).get("value", ""))
            for node in nodes
            if not node.get("ignored") and node.get("role", {}).get("value") in operable
        ]

    def picture(self, path: Path) -> None:
        """Save the whole page as a PNG."""
        data = self.ask("Page.captureScreenshot", captureBeyondViewport=True)["data"]
        path.write_bytes(b64decode(data))
