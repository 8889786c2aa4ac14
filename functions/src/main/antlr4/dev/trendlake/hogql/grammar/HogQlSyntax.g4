/** Expressions of HogQL. What is tried first binds tightest. */
grammar HogQlSyntax;

options { caseInsensitive = true; }

expression: value EOF;

/** Conditions and what joins them. */
value
    : operand                                                   # plain
    | value NOT? BETWEEN operand AND operand                    # between
    | value AND value                                           # conjunction
    | value OR value                                            # disjunction
    | <assoc = right> value '?' value ':' value                 # choice
    | value AS alias                                            # aliased
    ;

/** What can be compared and calculated with. */
operand
    : number                                                    # numberConstant
    | TEXT                                                      # textConstant
    | NULL                                                      # nullConstant
    | CASE (subject = value)? branch+ (ELSE otherwise = value)? END # cases
    | function = (CAST | TRY_CAST) '(' value AS type ')'        # cast
    | INTERVAL TEXT                                             # intervalText
    | INTERVAL operand identifier                               # interval
    | TRIM '(' side = (BOTH | LEADING | TRAILING) TEXT FROM value ')' # trim
    | identifier parameters? '(' DISTINCT? values? ')' filter?  # call
    | NOT '(' values? ')'                                       # notCall
    | parameterNames '->' value                                 # lambda
    | '(' values? ')' '->' value                                # lambdaInParentheses
    | '(' values ')'                                            # parentheses
    | '[' values? ']'                                           # array
    | '{' value '}'                                             # placeholder
    | identifier ('.' member)* ('.' '*')?                       # field
    | '*'                                                       # everything
    | operand '[' value ']'                                     # element
    | operand '?.' '[' value ']'                                # elementIfAny
    | operand '.' DIGITS                                        # tupleElement
    | operand ('.' | '?.') member                               # memberAccess
    | operand '::' identifier                                   # shortCast
    | '-' operand                                               # negative
    | operand operator = ('*' | '/' | '%') operand              # product
    | operand operator = ('+' | '-' | '||') operand             # sum
    | operand comparison operand                                # compared
    | operand IS NOT? NULL                                      # nullTest
    | operand IS NOT? DISTINCT FROM operand                     # distinction
    | operand '??' operand                                      # fallback
    | NOT operand                                               # negation
    ;

comparison
    : operator = ('=' | '==' | '!=' | '<>' | '<' | '<=' | '>' | '>='
        | '=~' | '~' | '!~' | '=~*' | '~*' | '!~*')
    | NOT? IN COHORT?
    | NOT? (LIKE | ILIKE)
    ;

branch: WHEN condition = value THEN result = value;

filter: FILTER '(' WHERE value ')';

parameters: '(' values? ')';

parameterNames: identifier (',' identifier)*;

values: value (',' value)* last = ','?;

alias: member | TEXT;

member: identifier | NOT;

type: identifier ('(' typeArgument (',' typeArgument)* ')')?;

typeArgument: identifier? type | DIGITS | TEXT;

number: ('+' | '-')? (DIGITS '.' DIGITS? | '.' DIGITS | DIGITS | FLOAT | HEXADECIMAL | BINARY
    | INFINITE | NOT_A_NUMBER);

/** Words of the language are names, too, wherever nothing else is meant. */
identifier
    : NAME
    | QUOTED
    | AND | AS | BETWEEN | BOTH | CASE | CAST | COHORT | DISTINCT | ELSE | END | FILTER | FROM | ILIKE
    | IN | INTERVAL | IS | LEADING | LIKE | OR | THEN | TRAILING | TRIM | TRY_CAST | WHEN | WHERE
    ;

AND: 'and';
AS: 'as';
BETWEEN: 'between';
BOTH: 'both';
CASE: 'case';
CAST: 'cast';
COHORT: 'cohort';
DISTINCT: 'distinct';
ELSE: 'else';
END: 'end';
FILTER: 'filter';
FROM: 'from';
ILIKE: 'ilike';
IN: 'in';
INFINITE: 'inf' | 'infinity';
INTERVAL: 'interval';
IS: 'is';
LEADING: 'leading';
LIKE: 'like';
NOT: 'not';
NOT_A_NUMBER: 'nan';
NULL: 'null';
OR: 'or';
THEN: 'then';
TRAILING: 'trailing';
TRIM: 'trim';
TRY_CAST: 'try_cast';
WHEN: 'when';
WHERE: 'where';

FLOAT: (DIGITS ('.' DIGITS?)? | '.' DIGITS) 'e' [+-]? DIGITS;
HEXADECIMAL: '0x' [0-9a-f]+;
BINARY: '0b' [01]+;
DIGITS: [0-9]+;
NAME: [a-z_$] [a-z0-9_$]*;
QUOTED: '"' (~["\\] | '""' | ESCAPE | '\\"')* '"' | '`' (~[`\\] | '``' | ESCAPE)* '`';
TEXT: '\'' (~['\\] | '\'\'' | ESCAPE | '\\\'')* '\'';
fragment ESCAPE: '\\' ([bfrnt0av\\] | 'x' [0-9a-f] [0-9a-f]);

COMMENT: ('--' | '//' | '#') ~[\r\n]* -> skip;
LONG_COMMENT: '/*' .*? '*/' -> skip;
BLANK: [ \t\r\n\f\u000B\u00A0\uFEFF]+ -> skip;
OTHER: .;
