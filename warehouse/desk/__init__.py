"""The analysts' desk: any question, asked in SQL of a private copy that holds only what may be asked for."""
