Feature: Every update of a training

  Scenario Outline: every update with <case> is the one the formulas make
    Given the spec:
      """
      precision f64
      seed 3
      data moons samples <samples> noise 0.2
      split test 10% validation 20%
      layer 2 -> 5 gelu <dropout> -> 3 tanh <dropout> -> 1 sigmoid
      loss <loss>
      optimizer <optimizer>
      train <training>
      """
    Then every update of the training equals the reference's within 1e-12

    Examples:
      | case                  | samples | dropout     | loss        | optimizer                          | training         |
      | mse                   | 14      |             | mse         | sgd rate 0.5                       | 3 epochs batch 4 |
      | a large batch         | 60      |             | bce         | sgd rate 0.5                       | 2 epochs batch 41 |
      | windows               | 14      |             | bce         | sgd rate 0.5                       | 3 epochs batch 4 shuffle within 3 |
      | huber 0.5             | 14      |             | huber 0.5   | sgd rate 0.5                       | 3 epochs batch 4 |
      | dropout               | 14      | dropout 0.4 | bce         | sgd rate 0.5                       | 3 epochs batch 4 |
      | momentum              | 14      |             | bce         | sgd rate 0.1 momentum 0.7          | 3 epochs batch 4 |
      | nesterov              | 14      |             | bce         | sgd rate 0.1 momentum 0.7 nesterov | 3 epochs batch 4 |
      | adam                  | 14      |             | bce         | adam rate 0.05                     | 3 epochs batch 4 |
      | adamw                 | 14      |             | bce         | adamw rate 0.05 decay 0.1          | 3 epochs batch 4 |
      | rmsprop               | 14      |             | bce         | rmsprop rate 0.01 alpha 0.8        | 3 epochs batch 4 |
      | adagrad               | 14      |             | bce         | adagrad rate 0.1                   | 3 epochs batch 4 |
      | rprop                 | 14      |             | bce         | rprop rate 0.05 smallest 0.03 largest 0.07 | 6 epochs batch 7 |
      | clip norm             | 14      |             | bce + l2 0.5 | sgd rate 0.1; clip norm 0.01      | 3 epochs batch 4 |
      | clip value            | 14      |             | bce + l1 0.1 | sgd rate 0.1; clip value 0.001    | 3 epochs batch 4 |
      | plateau on validation | 14      |             | bce         | sgd rate 9 plateau 0.5 after 1 epoch | 9 epochs batch 4 |
