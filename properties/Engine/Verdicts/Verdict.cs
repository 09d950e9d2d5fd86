namespace IoSpec.Engine;

/// <summary>What is said of a requirement, a failure or a target.</summary>
public enum Verdict
{
    /// <summary>It was put to the test and held every time.</summary>
    Pass,

    /// <summary>It was broken.</summary>
    Fail,

    /// <summary>It was broken, and nothing that accuses an implementation rests on it.</summary>
    Warn,

    /// <summary>An address was shown to an observer that must not see it.</summary>
    Leak,

    /// <summary>The target ended or threw.</summary>
    Crash,

    /// <summary>The target stopped answering.</summary>
    Hang,

    /// <summary>It was broken once and never again on fresh targets.</summary>
    Flaky,

    /// <summary>No step could have broken it.</summary>
    Untested,

    /// <summary>The target lacks what it is about, or the harness cannot reach it.</summary>
    NotApplicable,

    /// <summary>The user left it out.</summary>
    Disabled,

    /// <summary>It was broken, and a waiver knows that.</summary>
    Waived,

    /// <summary>A waiver says that it is broken, and it is not.</summary>
    Xpass,

    /// <summary>The suite itself is wrong.</summary>
    Error,
}
