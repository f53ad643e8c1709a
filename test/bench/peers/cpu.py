"""Runs a program with its clock counting CPU time: cpu.py PROGRAM [argument …]"""
import runpy, sys, time

time.perf_counter = time.process_time
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
