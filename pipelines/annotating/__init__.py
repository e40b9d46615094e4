"""Copies of workbooks in which every wrong cell is coloured and says what is wrong with it."""
