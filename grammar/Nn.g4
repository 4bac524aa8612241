// The `.nn` language, version 1: text to tree.
//
// Every decision is settled by the next token alone (a test holds this), so that reading takes linear time on any text.
// Words that name things (an activation, a loss, a source) and options are read as words; the checker knows which of them mean something.
// Of the vocabulary (class Language) the grammar knows only kinds of words, which the class WordKinds tells it:
//   RESERVED a word of the language that names a thing
//   OPTION   the word of an option of an optimizer or a source
//   FLAG     the word of an option that takes nothing
//
// Between lexer and parser stands the class StatementSplitter. It takes out comments and line ends and puts in
//   END      where a statement ends: at `;`, or at a line end that the statement does not go on over
//   ROW_END  where a row of `rows [ ]` ends
//   SIGN     for a minus that touches its number or name inside `[ ]`
//   BAD      for what can be no part of any spec
// and the class TokenRepair before it makes of a number after `by` and an `x` that touches it
//   MULTIPLE
grammar Nn;

import NnWords;

tokens { END, ROW_END, SIGN, BAD, MULTIPLE }

spec: line* EOF;
line: statement END;

statement
  : NN expression                             # version
  | NETWORK title                             # network
  | LET constantName EQUAL expression         # let
  | SEED expression                           # seed
  | PRECISION numberType                      # precision
  | DATA source                               # data
  | SPLIT TEST expression splitOption*        # split
  | SCALE scaling                             # scale
  | MISSING treatment missingColumns?         # missing
  | LAYER firstLayer nextLayer*               # layers
  | REPEAT expression block                   # repeat
  | LOSS term (PLUS term)*                    # loss
  | OPTIMIZER optimizerName optimizerOption*  # optimizer
  | CLIP clipMethod expression                # clip
  | TRAIN expression EPOCHS trainOption*      # train
  | STOP WHEN metric stopRule                 # stop
  | CHECKPOINT EVERY expression EPOCHS        # checkpoint
  | EXPECT condition                          # expect
  ;

// Numbers

expression: product ((PLUS | MINUS) product)*;
product: factor ((STAR | SLASH) factor)*;
factor: MINUS* atom;

atom
  : NUMBER                    # number
  | NAME                      # constant
  | LPAREN expression RPAREN  # parenthesized
  ;

// Inside `[ ]` a sign touches what it belongs to, and arithmetic stands in parentheses.
value
  : SIGN? (NUMBER | NAME)     # plainValue
  | LPAREN expression RPAREN  # computedValue
  ;

list: LBRACKET (value COMMA?)+ RBRACKET;

// Data

source
  : ROWS LBRACKET (row ROW_END)+ RBRACKET                              # rowsSource
  | CSV STRING COMMA? TARGET columns csvPart*                          # csvSource
  | IDX images=STRING COMMA? LABELS labels=STRING                      # idxSource
  | NPZ file=STRING COMMA? INPUTS in=STRING COMMA? TARGETS out=STRING  # npzSource
  | sourceName sourceOption*                                           # namedSource
  ;

row: inputs+=rowValue+ ARROW targets+=rowValue+;
rowValue: value COMMA?;

csvPart: COMMA (csvSetting | columns) | csvSetting;

csvSetting
  : (FEATURES | EXCEPT | CATEGORIES) columns  # csvColumns
  | POSITIVE label                            # positive
  | UNSEEN AS unseen                          # unseenAs
  ;

columns: column (RANGE expression)?;
label: NAME | RESERVED | STRING | MINUS? NUMBER;
unseen: NAME | RESERVED;

treatment
  : STRING      # missingText
  | expression  # missingValue
  ;

missingColumns: COMMA? FOR columns (COMMA columns)*;

column
  : NAME                      # namedColumn
  | STRING                    # quotedColumn
  | NUMBER                    # numberedColumn
  | LPAREN expression RPAREN  # computedColumn
  ;

sourceOption: COMMA? sourceOptionName expression;
splitOption: COMMA? splitSetting;

splitSetting
  : VALIDATION expression  # validation
  | STRATIFIED             # stratified
  | IN ORDER               # splitInOrder
  ;

scaling: scalingMethod | BY expression;

// Layers

firstLayer: units (ARROW units)? layerBody;
nextLayer: ARROW units layerBody;
units: expression;
layerBody: activation parameter? layerOption*;
parameter: expression;
layerOption: COMMA? layerSetting;

layerSetting
  : INIT scheme         # init
  | BIAS bias           # biasSetting
  | FROZEN              # frozen
  | DROPOUT expression  # dropout
  | AS layerName        # as
  | NORM                # layerWord
  | OPTION expression   # layerNumber
  ;

bias
  : NONE           # noBias
  | FIXED? scheme  # biasScheme
  ;

scheme
  : schemeName parameter?      # namedScheme
  | LBRACKET written RBRACKET  # writtenScheme
  ;

written
  : (list COMMA?)+   # matrix
  | (value COMMA?)+  # vector
  ;

block: LBRACE line* RBRACE;

// Loss. A term is `[NUMBER *] NAME [NUMBER]`; its name is the last factor, which the tree builder sees to.

term: lossFactor ((STAR | SLASH) lossFactor)* lossNumber?;
lossFactor: MINUS* lossAtom;

lossAtom
  : (NAME | RESERVED)         # lossName
  | NUMBER                    # lossLiteral
  | LPAREN expression RPAREN  # lossParenthesized
  ;

lossNumber: atom ((STAR | SLASH) factor)*;

// Optimizer

optimizerOption: COMMA? optimizerSetting;

optimizerSetting
  : optimizerOptionName expression             # optimizerNumber
  | FLAG                                       # flag
  | WARMUP expression EPOCHS                   # warmup
  | DECAY decay                                # decaySetting
  | PLATEAU expression AFTER expression EPOCHS # plateau
  ;

decay
  : STEP expression EVERY expression EPOCHS  # decayStep
  | EXPONENTIAL expression                   # decayExponential
  | INVERSE expression                       # decayInverse
  | COSINE TO expression                     # decayCosine
  | LINEAR TO expression                     # decayLinear
  | expression                               # weightDecay
  ;

// Training

trainOption: COMMA? trainSetting;

trainSetting
  : BATCH batchSize              # batch
  | SHUFFLE                      # shuffle
  | WITHIN expression timeUnit?  # trainWithin
  | IN ORDER                     # trainInOrder
  ;

timeUnit: MINUTES | SECONDS;

batchSize: FULL | expression;

stopRule
  : comparison expression (COMMA? FOR expression EPOCHS)?  # stopWhen
  | STALLS expression EPOCHS (COMMA? KEEP BEST)?           # stopStalled
  ;

// Expectations

condition
  : metric metricClaim                                      # metricCondition
  | GRADCHECK NORM? comparison expression                   # gradcheck
  | INITIAL initialClaim                                    # initial
  | OUTPUT FOR list EQUAL list COMMA? WITHIN expression     # output
  | CONFUSION (ON part)? EQUAL LBRACKET (list COMMA?)+ RBRACKET  # confusion
  | FINGERPRINT EQUAL STRING                                # fingerprint
  ;

initialClaim
  : LOSS EQUAL expression COMMA? WITHIN expression  # initialLoss
  | figure comparing                                # initialFigure
  ;

metricClaim
  : DECREASES (EVERY EPOCHS)?                           # decreases
  | FALLS BY MULTIPLE COMMA? WITHIN expression EPOCHS   # falls
  | comparing                                           # compares
  ;

comparing: (OF subject)? (ON part)? comparison expression claimOption*;

subject
  : LAYER expression  # layerSubject
  | classLabel        # classSubject
  ;

classLabel
  : (NAME | RESERVED | OPTION | FLAG)  # classWord
  | STRING                             # classText
  | MINUS? NUMBER                      # classNumber
  ;

claimOption: COMMA? claimSetting;

claimSetting
  : WITHIN expression EPOCHS?  # within
  | FOR seeds                  # forSeeds
  ;

seeds
  : AT LEAST expression OF expression SEED       # atLeastSeeds
  | EVERY SEED IN expression RANGE expression    # everySeed
  ;

comparison: LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL | EQUAL;

// Words that name things. Each has its own rule so that a message can say what is missing.

activation: NAME | RESERVED | LINEAR;
schemeName: NAME | RESERVED;
sourceName: NAME | RESERVED;
sourceOptionName: NAME | OPTION | SAMPLES | FEATURES | SEED;
scalingMethod: NAME | RESERVED;
numberType: NAME | RESERVED;
optimizerName: NAME | RESERVED;
optimizerOptionName: NAME | OPTION;
clipMethod: NAME | RESERVED | NORM;
metric: NAME | RESERVED | LOSS | PRECISION;
figure: NAME | RESERVED;
part: NAME | TRAIN | TEST | VALIDATION;
constantName: NAME;

// A network or a layer may bear any word that cannot be mistaken for what follows.
title: layerName | INIT | BIAS | FROZEN | DROPOUT | AS;
layerName
  : NAME | FLAG | OPTION | RESERVED | NN | NETWORK | LET | SEED | PRECISION | DATA | SPLIT | SCALE | MISSING | LAYER | REPEAT | LOSS
  | OPTIMIZER | CLIP | TRAIN | STOP | CHECKPOINT | EXPECT | ROWS | CSV | IDX | NPZ | TARGET | FEATURES | EXCEPT | CATEGORIES | POSITIVE
  | UNSEEN | LABELS | INPUTS | TARGETS | SAMPLES | TEST
  | VALIDATION | STRATIFIED | IN | ORDER | BY | NONE | FIXED | WARMUP | DECAY | PLATEAU | AFTER | STEP | EVERY | EPOCHS | EXPONENTIAL
  | INVERSE | COSINE | LINEAR | TO | NORM | BATCH | FULL | SHUFFLE | MINUTES
  | SECONDS | WHEN | STALLS | KEEP | BEST | ON | FOR | WITHIN | AT | LEAST | OF
  | GRADCHECK | INITIAL | DECREASES | FALLS | OUTPUT | CONFUSION | FINGERPRINT
  ;
