"""Writes the charting libraries as one script to standard output: run as a program by :mod:`.vega_bundle`."""

import sys

import vl_convert


def main() -> None:
    """The script defines ``vegaEmbed``."""
    sys.stdout.buffer.write(vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;").encode())


if __name__ == "__main__":
    main()
