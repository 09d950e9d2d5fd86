namespace IoSpec.Engine;

/// <summary>How a command ends, as a process tells it.</summary>
public static class ExitCode
{
    /// <summary>Everything that was tested holds, or is waived.</summary>
    public const int Conforms = 0;

    /// <summary>Something does not conform.</summary>
    public const int NonConformance = 1;

    /// <summary>The command line or a file that it names is wrong.</summary>
    public const int Usage = 2;

    /// <summary>A target could not be started.</summary>
    public const int Unavailable = 3;

    /// <summary>The suite itself is wrong.</summary>
    public const int Internal = 4;

    /// <summary>Nothing can be said: nothing was tested, or a failure did not show again.</summary>
    public const int Inconclusive = 5;

    /// <summary>A waiver is stale or expired, and that was to be told.</summary>
    public const int StaleWaiver = 6;

    /// <summary>Less was covered than was demanded.</summary>
    public const int CoverageMissed = 7;

    /// <summary>The user stopped it.</summary>
    public const int Interrupted = 130;

    private static readonly int[] FirstThatApplies =
        [Interrupted, Usage, Internal, NonConformance, Unavailable, StaleWaiver, CoverageMissed, Inconclusive];

    /// <summary>The code that counts when several apply.</summary>
    /// <param name="codes">The codes.</param>
    /// <returns>One of them; 0 if there is none.</returns>
    public static int Of(IReadOnlyCollection<int> codes)
    {
        foreach (var code in FirstThatApplies)
        {
            if (codes.Contains(code)) return code;
        }

        return Conforms;
    }
}
