Feature: Steps nobody wrote

  Scenario: undefined
    Given a step that is finished
    When a step is met that nobody has written

  Scenario: pending
    Given a step that is pending

  Scenario: finished
    Given a step that is finished
