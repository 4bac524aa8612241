// The words, numbers and signs of the `.nn` language.
lexer grammar NnWords;

// Words with a place in the grammar. Those that begin a statement come first; SpecToken counts on the order.

NN: 'nn'; NETWORK: 'network'; LET: 'let'; SEED: 'seed' | 'seeds'; PRECISION: 'precision'; DATA: 'data';
SPLIT: 'split'; SCALE: 'scale'; MISSING: 'missing'; LAYER: 'layer'; REPEAT: 'repeat'; LOSS: 'loss'; OPTIMIZER: 'optimizer'; CLIP: 'clip';
TRAIN: 'train'; STOP: 'stop'; CHECKPOINT: 'checkpoint'; EXPECT: 'expect'; ROWS: 'rows'; CSV: 'csv'; IDX: 'idx';
NPZ: 'npz'; TARGET: 'target'; FEATURES: 'features'; EXCEPT: 'except'; CATEGORIES: 'categories'; POSITIVE: 'positive';
UNSEEN: 'unseen'; LABELS: 'labels'; INPUTS: 'inputs'; TARGETS: 'targets';
SAMPLES: 'sample' | 'samples'; TEST: 'test'; VALIDATION: 'validation'; STRATIFIED: 'stratified'; IN: 'in';
ORDER: 'order'; BY: 'by'; INIT: 'init'; BIAS: 'bias'; NONE: 'none'; FIXED: 'fixed'; FROZEN: 'frozen';
DROPOUT: 'dropout'; AS: 'as'; WARMUP: 'warmup'; DECAY: 'decay'; PLATEAU: 'plateau'; AFTER: 'after'; STEP: 'step';
EVERY: 'every'; EPOCHS: 'epoch' | 'epochs'; EXPONENTIAL: 'exponential'; INVERSE: 'inverse'; COSINE: 'cosine';
LINEAR: 'linear'; TO: 'to'; NORM: 'norm'; BATCH: 'batch'; FULL: 'full'; SHUFFLE: 'shuffle'; MINUTES: 'minute' | 'minutes';
SECONDS: 'second' | 'seconds'; WHEN: 'when';
STALLS: 'stalls'; KEEP: 'keep'; BEST: 'best'; ON: 'on'; FOR: 'for'; WITHIN: 'within'; AT: 'at'; LEAST: 'least';
OF: 'of'; GRADCHECK: 'gradcheck'; INITIAL: 'initial'; DECREASES: 'decreases'; FALLS: 'falls'; OUTPUT: 'output';
CONFUSION: 'confusion'; FINGERPRINT: 'fingerprint';

// The kinds of words, which the lexer never gives: names become them. They stand here, so that all words come in one run.
FLAG: [\u0005]; OPTION: [\u0006]; RESERVED: [\u0007];

// Beyond ASCII the lexer is shown only kinds of characters (class Characters): \u0001 a letter, \u0002 a mark on a letter,
// \u0003 any other, \u0004 the second half of such a one; spaces of all kinds come as ' '.
NAME: [a-zA-Z_\u0001] [a-zA-Z0-9_\u0001\u0002]*;
NUMBER: DIGITS ('.' DIGITS)? ([eE] [+-]? [0-9]+)? '%'?;
fragment DIGITS: [0-9]+ ('_' [0-9]+)*;

STRING: '"' (~["\\\r\n] | '\\' ~[\r\n])* '"';
OPEN_STRING: '"' (~["\\\r\n] | '\\' ~[\r\n])* '\\'?;
ARROW: '->'; RANGE: '..'; COMMA: ','; SEMICOLON: ';';
LESS: '<'; LESS_OR_EQUAL: '<='; GREATER: '>'; GREATER_OR_EQUAL: '>='; EQUAL: '=';
PLUS: '+'; MINUS: '-'; STAR: '*'; SLASH: '/';
LPAREN: '('; RPAREN: ')'; LBRACKET: '['; RBRACKET: ']'; LBRACE: '{'; RBRACE: '}';

// Pieces of wrongly written numbers
DOT: '.'; PERCENT: '%';
COMMENT: '#' ~[\r\n]*;
NEWLINE: '\r\n' | '\n' | '\r';
SPACE: [ \t]+ -> skip;
STRAY: . '\u0004'?;
