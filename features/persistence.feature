Feature: What is written and read again

  Scenario: a training that was stopped ends as one that was not
    Given the spec:
      """
      seed 5
      data moons samples 120 noise 0.2
      split test 20% validation 10%
      scale standard
      layer 2 -> 12 relu dropout 10% -> 1 sigmoid
      loss bce + l2 1e-4
      optimizer adam rate 0.01 plateau 0.5 after 3 epochs
      train 20 epochs batch 16
      stop when loss stalls 15 epochs keep best
      """
    Then stopping after 7 epochs and continuing changes no bit
    And saving and loading the network changes no bit of a prediction

  Scenario Outline: <spec> means what its canonical text means
    Given the spec "specs/<spec>.nn"
    Then printing the spec and reading it again keeps the network
    And formatting the spec keeps the network
    And the order of the statements changes nothing

    Examples:
      | spec   |
      | xor    |
      | moons  |
      | digits |
      | iris   |
      | mazur  |
