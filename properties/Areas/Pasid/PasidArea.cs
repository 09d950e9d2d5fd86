using FsCheck;
using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;
using IoSpec.Engine;
using IoSpec.Reference.Pasids;

namespace IoSpec.Areas.Pasids;

/// <summary>The area <c>pasid</c>: configuration spaces and requests of a device with virtual functions.</summary>
public sealed class PasidArea : Area<PasidConfiguration, PlatformState, PasidOperation>
{
    /// <inheritdoc/>
    public override string Id => PasidRequirements.Area;

    /// <inheritdoc/>
    public override RequirementTable Requirements => PasidRequirements.Table;

    /// <inheritdoc/>
    public override CoverTable Coverpoints => PasidCoverpoints.Table;

    /// <inheritdoc/>
    public override IReadOnlyList<Knob> Knobs { get; } =
    [
        new("dma", nameof(PasidDraw)),
        new("assigned", nameof(PasidConfigurations)),
        new("chain", nameof(ChainMaker)),
        new("physical", nameof(ChainMaker)),
        new("control", nameof(ConfigDraw)),
        new("pages", nameof(PagesDraw)),
    ];

    /// <inheritdoc/>
    public override Requirement Liveness => PasidRequirements.Live01;

    /// <inheritdoc/>
    public override Type CapabilitiesType => typeof(PasidCapabilities);

    /// <inheritdoc/>
    protected override Type Observations => typeof(PasidObservation);

    /// <inheritdoc/>
    public override string? ProblemOf(Configuration configuration) => ((PasidConfiguration)configuration).Problem();

    /// <inheritdoc/>
    public override NotApplicable? Excludes(Requirement requirement, Capabilities? capabilities) =>
        capabilities is PasidCapabilities own ? PasidApplicability.Excludes(requirement, own) : null;

    /// <inheritdoc/>
    protected override Gen<PasidConfiguration> Configurations(Capabilities? capabilities) =>
        PasidConfigurations.For(capabilities as PasidCapabilities);

    /// <inheritdoc/>
    protected override PlatformState Start(PasidConfiguration configuration) =>
        new(configuration, PasidRules.Standard);

    /// <inheritdoc/>
    protected override PasidOperation Draw(PlatformState plan, ref Choices choices, Capabilities? capabilities) =>
        PasidDraw.Next(plan, ref choices);

    /// <inheritdoc/>
    protected override bool Applies(PlatformState state, PasidOperation operation) =>
        PasidForm.Applies(state, operation);

    /// <inheritdoc/>
    protected override Observation Answer(PlatformState state, PasidOperation operation) =>
        PlatformAnswer.To(state, operation);

    /// <inheritdoc/>
    protected override After Judge(
        PlatformState state, PasidOperation operation, Observation seen, ref Verdicts verdicts) =>
        PasidJudge.Judge(state, operation, seen, ref verdicts);
}
