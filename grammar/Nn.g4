grammar Nn;

spec: WORD* EOF;

WORD: [a-z0-9_]+;
SPACE: [ \t\r\n]+ -> skip;
