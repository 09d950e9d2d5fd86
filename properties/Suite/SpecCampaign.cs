using IoSpec.Engine;

namespace IoSpec.Suite;

/// <summary>The campaign of one spec class: it runs once, before the first of its tests that asks.</summary>
public sealed class SpecCampaign
{
    private AreaVerdict? _verdict;
    private Exception? _problem;

    /// <summary>A campaign as the environment wants it.</summary>
    public SpecCampaign()
        : this(OfProfile(SuiteVariables.Profile ?? "smoke"))
    {
    }

    internal SpecCampaign(CampaignSettings settings) => Settings = settings;

    /// <summary>How much is run, and with which seed.</summary>
    public CampaignSettings Settings { get; }

    /// <summary>What is said of the target; the campaign runs at the first call.</summary>
    /// <param name="area">The area.</param>
    /// <param name="source">Where the target comes from.</param>
    /// <returns>The verdicts.</returns>
    internal AreaVerdict Run(Area area, TargetSource source)
    {
        if (_problem is not null) throw new SuiteException(_problem.Message);
        try
        {
            return _verdict ??= Judge(area, source);
        }
        catch (Exception exception)
        {
            _problem = exception;
            throw;
        }
    }

    private static CampaignSettings OfProfile(string name)
    {
        var settings = name switch
        {
            "smoke" => new CampaignSettings { Cases = 200 },
            "ci" => new CampaignSettings { Cases = 2000 },
            "nightly" => new CampaignSettings { Time = TimeSpan.FromMinutes(10) },
            _ => throw new SuiteException($"IOSPEC_PROFILE is {name}: specs know smoke, ci and nightly"),
        };
        if (SuiteVariables.Cases is { } cases) settings = settings with { Cases = cases, Time = null };
        return settings with { Seed = SuiteVariables.Seed ?? settings.Seed };
    }

    private AreaVerdict Judge(Area area, TargetSource source)
    {
        var result = new Campaign(area, Settings, null).RunHere(source);
        var target = new WaivedTarget(source.Connection, result.Target.Version);
        return AreaVerdict.Of(result, target, _ => true, WaiverBook.Empty, strict: false);
    }
}
