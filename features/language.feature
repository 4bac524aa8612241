Feature: The language explains every mistake

  Scenario: a faulty text is refused at line and column
    Given the spec:
      """
      layer 2 -> 3 sigmod
      loss mse
      """
    Then the spec is refused at line 1, column 14 with "sigmoid"

  Scenario: layers that do not fit name both widths
    Given the spec:
      """
      layer 2 -> 3 relu
      layer 4 -> 1 sigmoid
      loss bce
      """
    Then the spec is refused at line 2, column 7 with "layer 2 takes 4 inputs, but layer 1 gives 3"

  Scenario: all faults are told in one run
    Given the spec:
      """
      layer 2 -> 0 relu
      layer 3 -> 2 sigmoyd dropout 2
      loss mse
      """
    Then the faults of the spec are:
      | line | column | help    |
      | 1    | 12     |         |
      | 2    | 14     | sigmoid |
      | 2    | 30     |         |

  Scenario: the smallest spec is one line
    Given the spec:
      """
      layer 2 -> 3 sigmoid; loss mse + l2 0.01
      """
    Then the spec is valid without a warning

  Scenario: a warning is no refusal
    Given the spec:
      """
      let unused = 3
      layer 2 -> 3 sigmoid; loss mse
      """
    Then the spec is valid

  Scenario: a text that is refused for one reason
    Given the spec:
      """
      layer 2 -> 3 sigmoid
      """
    Then the spec is refused

  Scenario: a word that is not there
    Given the spec:
      """
      layer 2 -> 3 sigmoid; los mse
      """
    Then the spec is refused at line 1, column 23
