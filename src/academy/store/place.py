"""Where an academy file lies: network and synchronised folders are no place to write it."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Final

from academy.store.problems import StoreUnavailable

NETWORK: Final = re.compile(
    r"nfs4?|cifs|smb[23]|smbfs|ncpfs|afs|ceph|glusterfs|davfs"
    r"|fuse\.(sshfs|rclone|gvfsd-fuse|davfs2|s3fs)"
)
SYNCHRONISED: Final = re.compile(
    r"^(onedrive( - .*)?|dropbox( \(.*\))?|google ?drive|my drive|icloud ?drive|nextcloud|owncloud"
    r"|pcloud ?drive|mega|box( sync)?|com~apple~clouddocs)$",
    re.IGNORECASE,
)
REMOTE_DRIVE: Final = 4  # of Windows' GetDriveType


def require_local(path: Path) -> None:
    """Refuse a file on a network share or in a folder that another program synchronises.

    SQLite's locks do not hold there, and two copies of one file cannot be merged.
    """
    if is_remote(path):
        raise StoreUnavailable("store_network", path=path)
    for part in path.absolute().parts:
        if SYNCHRONISED.match(part):
            raise StoreUnavailable("store_synchronised", path=path, folder=part)


def is_remote(path: Path) -> bool:
    """Tell whether a path lies on another computer."""
    absolute = path.absolute()
    if sys.platform == "win32":
        import ctypes

        drive = absolute.drive
        remote = ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == REMOTE_DRIVE
        return drive.startswith("\\\\") or remote
    try:
        mounts = Path("/proc/self/mounts").read_text(errors="replace")
    except OSError:
        return False
    return NETWORK.fullmatch(file_system(absolute, mounts)) is not None


def file_system(path: Path, mounts: str) -> str:
    """Return the kind of file system a path is on, by the lines of /proc/self/mounts."""
    best, kind = "", ""
    for line in mounts.splitlines():
        _device, point, this, *_ = line.split(" ")
        point = re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), point)
        inside = point == "/" or f"{path}{os.sep}".startswith(f"{point.rstrip(os.sep)}{os.sep}")
        if inside and len(point) >= len(best):
            best, kind = point, this
    return kind
