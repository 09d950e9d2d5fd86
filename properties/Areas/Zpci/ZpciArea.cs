using FsCheck;
using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;
using IoSpec.Engine;
using IoSpec.Reference.Zpci;

namespace IoSpec.Areas.Zpci;

/// <summary>The area <c>zpci</c>: a PCI function of s390 and the path of a guest's instruction to it.</summary>
public sealed class ZpciArea : Area<ZpciConfiguration, ZpciState, ZpciOperation>
{
    /// <inheritdoc/>
    public override string Id => ZpciRequirements.Area;

    /// <inheritdoc/>
    public override RequirementTable Requirements => ZpciRequirements.Table;

    /// <inheritdoc/>
    public override CoverTable Coverpoints => ZpciCoverpoints.Table;

    /// <inheritdoc/>
    public override IReadOnlyList<Knob> Knobs { get; } =
    [
        new("block", nameof(ZpciDraw)),
        new("code", nameof(ControlDraw)),
        new("end", nameof(ControlDraw)),
        new("interrupt", nameof(InterruptDraw)),
        new("split", nameof(ZpciDraw)),
        new("state", nameof(ControlDraw)),
    ];

    /// <inheritdoc/>
    public override Requirement Liveness => ZpciRequirements.Live01;

    /// <inheritdoc/>
    public override Type CapabilitiesType => typeof(ZpciCapabilities);

    /// <inheritdoc/>
    protected override Type Observations => typeof(ZpciObservation);

    /// <inheritdoc/>
    public override string? ProblemOf(Configuration configuration) => ((ZpciConfiguration)configuration).Problem();

    /// <inheritdoc/>
    public override NotApplicable? Excludes(Requirement requirement, Capabilities? capabilities) =>
        capabilities is ZpciCapabilities own ? ZpciApplicability.Excludes(requirement, own) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<FailingCall> FailingCalls { get; } =
    [
        new("store", (operation, n) => operation switch
        {
            ZpciOperation.Command command => [command with { FailAt = n + 1 }],
            ZpciOperation.Move move => [move with { FailAt = n + 1 }],
            _ => null,
        }, operation => operation switch
        {
            ZpciOperation.Command command => command with { FailAt = 0 },
            ZpciOperation.Move move => move with { FailAt = 0 },
            _ => operation,
        }),
    ];

    /// <inheritdoc/>
    protected override Gen<ZpciConfiguration> Configurations(Capabilities? capabilities) =>
        ZpciConfigurations.For(capabilities as ZpciCapabilities);

    /// <inheritdoc/>
    protected override ZpciState Start(ZpciConfiguration configuration) => new(configuration);

    /// <inheritdoc/>
    protected override ZpciOperation Draw(ZpciState plan, ref Choices choices, Capabilities? capabilities) =>
        ZpciDraw.Next(plan, ref choices, capabilities as ZpciCapabilities);

    /// <inheritdoc/>
    protected override bool Applies(ZpciState state, ZpciOperation operation) => ZpciForm.Applies(state, operation);

    /// <inheritdoc/>
    protected override Observation Answer(ZpciState state, ZpciOperation operation) =>
        ZpciAnswer.To(state, ZpciRules.Standard, operation);

    /// <inheritdoc/>
    protected override After Judge(
        ZpciState state, ZpciOperation operation, Observation seen, ref Verdicts verdicts) =>
        ZpciJudge.Judge(state, operation, seen, ref verdicts);
}
