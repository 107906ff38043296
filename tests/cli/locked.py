"""An archive's lock, held as another indexer would hold it."""
import contextlib
import subprocess

HOLDER = """
import fcntl, struct, sys
lock = open(sys.argv[1], "r+")
fcntl.fcntl(lock, 38, struct.pack("hhqqi4x", 1, 0, 0, 0, 0))  # F_OFD_SETLKW
print("held", flush=True)
sys.stdin.read()
"""


@contextlib.contextmanager
def writer_lock(archive):
    with subprocess.Popen(["python3", "-c", HOLDER, str(archive / "lock")],
                          stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        try:
            yield
        finally:
            holder.stdin.close()
            holder.wait()
