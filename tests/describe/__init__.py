"""Tests of the describe stage."""
