"""Runs the flow over many files in processes of their own; one writer commits what they find.

values   Progress, Failure, Flow, Limits, Destination: what goes in and comes out
flow     the real flow: readers → extract → entities
worker   what a process does: one file after another, never a crash that reaches the others
pool     keeps the processes at work, replaces the dead and the hung
run      import_files: hands out files, commits batches, tells how far it is
indexing a process that indexes what is stored while the import goes on
"""
