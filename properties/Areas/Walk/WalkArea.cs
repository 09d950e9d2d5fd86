using FsCheck;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk;

/// <summary>The area <c>walk</c>: the hardware interface of one format: memory, registers, queues.</summary>
public sealed class WalkArea : Area<WalkConfiguration, WalkState, WalkOperation>
{
    /// <inheritdoc/>
    public override string Id => WalkRequirements.Area;

    /// <inheritdoc/>
    public override RequirementTable Requirements => WalkRequirements.Table;

    /// <inheritdoc/>
    public override CoverTable Coverpoints => WalkCoverpoints.Table;

    /// <inheritdoc/>
    public override IReadOnlyList<Knob> Knobs { get; } =
    [
        new("dma", nameof(RequestDraw)),
        new("fault", nameof(DefectDraw)),
        new("message", nameof(MessageTurn)),
        new("command", nameof(FormatDraw)),
        new("code", nameof(DefectDraw)),
    ];

    /// <inheritdoc/>
    public override int Breadth => FormatDrawCatalogue.All.Count;

    /// <inheritdoc/>
    public override Requirement Liveness => WalkRequirements.Live;

    /// <inheritdoc/>
    public override Type CapabilitiesType => typeof(WalkCapabilities);

    /// <inheritdoc/>
    public override Operation ResetOperation => new WalkOperation.Reset();

    /// <inheritdoc/>
    protected override Type Observations => typeof(WalkObservation);

    /// <inheritdoc/>
    public override string? ProblemOf(Configuration configuration) => ((WalkConfiguration)configuration).Problem();

    /// <summary>A simpler unit is of the same format.</summary>
    /// <inheritdoc/>
    public override bool FixesConfiguration(Capabilities? capabilities) => capabilities is WalkCapabilities.OfUnit;

    /// <inheritdoc/>
    public override bool? CanHave(Configuration configuration, Capabilities capabilities) =>
        capabilities is WalkCapabilities.OfFormats of
            ? of.Formats.Contains(((WalkConfiguration)configuration).Unit.FormatOf())
            : null;

    /// <inheritdoc/>
    public override NotApplicable? Excludes(Requirement requirement, Capabilities? capabilities) =>
        capabilities is WalkCapabilities own ? WalkApplicability.Excludes(requirement, own) : null;

    /// <inheritdoc/>
    public override string? Omits(Capabilities capabilities) =>
        capabilities is WalkCapabilities.OfUnit own ? ReportedFeatures.Omitted(own) : null;

    /// <inheritdoc/>
    protected override Gen<WalkConfiguration> Configurations(Capabilities? capabilities) =>
        WalkConfigurations.For(capabilities as WalkCapabilities);

    /// <inheritdoc/>
    protected override WalkState Start(WalkConfiguration configuration) => new(configuration);

    /// <inheritdoc/>
    protected override WalkOperation Draw(WalkState plan, ref Choices choices, Capabilities? capabilities) =>
        WalkDraw.Next(plan, ref choices);

    /// <inheritdoc/>
    protected override IEnumerable<Shortcut> Shortcuts(
        WalkConfiguration configuration, IReadOnlyList<Operation> operations) =>
        WalkShortcuts.Of(configuration, operations);

    /// <inheritdoc/>
    protected override bool Applies(WalkState state, WalkOperation operation) =>
        WalkForm.Applies(state, FormatOf(state), operation);

    /// <inheritdoc/>
    protected override Observation Answer(WalkState state, WalkOperation operation) =>
        operation is WalkOperation.Dma dma
        ? WalkAnswer.Transfer(state, FormatOf(state), dma, prefersFormer: false, walked: null)
        : WalkAnswer.To(state, FormatOf(state), operation);

    /// <inheritdoc/>
    protected override After Judge(
        WalkState state, WalkOperation operation, Observation seen, ref Verdicts verdicts) =>
        WalkJudge.Judge(state, operation, seen, ref verdicts);

    private static WalkFormat FormatOf(WalkState state) => WalkFormatCatalogue.Of(state.Configuration.Unit);
}
