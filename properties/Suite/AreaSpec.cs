using IoSpec.Contracts;
using IoSpec.Engine;
using Xunit;
using Xunit.Abstractions;

namespace IoSpec.Suite;

/// <summary>What an implementation of an area has to be: derive the area's spec and say how a target is made.</summary>
/// <remarks>
/// One campaign per derived class, run once, judges all requirements of the area; each of them is a test. A failure
/// throws with its shortest sequence, a requirement that was never put to the test fails, and one that does not apply
/// is skipped with the reason.
/// </remarks>
/// <typeparam name="TConfiguration">The area's configurations.</typeparam>
/// <typeparam name="TOperation">The area's operations.</typeparam>
/// <param name="campaign">The campaign of the class; xunit makes it.</param>
/// <param name="output">Takes warnings; null to do without them.</param>
public abstract class AreaSpec<TConfiguration, TOperation>(SpecCampaign campaign, ITestOutputHelper? output = null)
    : IClassFixture<SpecCampaign>
    where TConfiguration : Configuration
    where TOperation : Operation
{
    /// <summary>What the target can do; null to ask the target itself.</summary>
    protected virtual Capabilities? Capabilities => null;

    /// <summary>Makes a fresh target.</summary>
    /// <returns>The target; it is disposed of if it can be.</returns>
    protected abstract ITarget<TConfiguration, TOperation> CreateTarget();

    /// <summary>The requirement holds.</summary>
    /// <param name="requirement">Its id.</param>
    [EveryRequirement]
    public void Holds(string requirement)
    {
        var area = EveryRequirementDiscoverer.AreaOf(GetType());
        var judged = campaign.Run(area, new TargetSource(GetType().Name, NeedsWorker: false, Open));
        var verdict = judged.Requirements.Single(r => r.Requirement.Id == requirement);
        switch (verdict.Verdict)
        {
            case Verdict.Pass: break;
            case Verdict.NotApplicable: Skip.If(true, $"N/A: {verdict.Reason}"); break;
            case Verdict.Warn: output?.WriteLine(Describe(judged, requirement)); break;
            case Verdict.Untested:
                throw new RequirementFailedException(
                    $"UNTESTED  {requirement}  {verdict.Requirement.Statement}\n  {verdict.Reason}: run more cases "
                    + "(IOSPEC_PROFILE=ci, IOSPEC_CASES), or declare what the target cannot do");
            default: throw new RequirementFailedException(Describe(judged, requirement));
        }
    }

    private string Describe(AreaVerdict judged, string requirement) => string.Join(
        '\n',
        judged.Failures.Where(f => f.Failure.Violation.Requirement.Id == requirement)
            .Select(f => FailureBlock.Of(judged.Result, f, GetType(), campaign.Settings.Seed)));

    private ITarget Open() => Capabilities is { } own
        ? new DeclaredTarget<TConfiguration, TOperation>(CreateTarget(), own)
        : CreateTarget();
}
