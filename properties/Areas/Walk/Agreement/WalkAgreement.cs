using FsCheck;
using FsCheck.Fluent;
using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Agreement;

/// <summary>
/// Compares a target with the reference, request by request, over random tables of one format: nothing that changed is
/// left without an invalidation, so that there is one answer wherever the specification gives one.
/// </summary>
/// <param name="target">The target, in this process.</param>
/// <param name="format">The format.</param>
public sealed class WalkAgreement(ITarget<WalkConfiguration, WalkOperation> target, UnitFormat format)
{
    private const int RequestsOfTables = 1024;
    private const int RequestsOfSpray = 64;
    private const int Sprayed = 4;
    private const int Steps = 48;
    private const int StepsBetween = 6;
    private const int Size = 30;

    private readonly AgreementCount _count = new();
    private WalkState _plan = null!;
    private WalkFormat _format = null!;
    private PlainEntries _entries = null!;

    /// <summary>Compares a number of requests.</summary>
    /// <param name="seed">From this all is drawn.</param>
    /// <param name="requests">How many requests.</param>
    /// <returns>What came out.</returns>
    public AgreementCount Run(ulong seed, long requests)
    {
        for (var set = 0ul; _count.Compared + _count.Unknown < requests; set++)
        {
            var choices = new Choices(Mix.Of(seed, "agreement", (long)set), Size);
            Begin(seed, set);
            RawTables.Draw(_plan, _format, Steps, Play, ref choices);
            for (var i = 0; i < RequestsOfTables; i++)
            {
                if (i % RequestsOfSpray == 0)
                {
                    Play(RawTables.Spray(_plan, i == 0 ? 0 : Sprayed, ref choices));
                    RawTables.Draw(_plan, _format, StepsBetween, Play, ref choices);
                    Settle();
                }

                Compare(RawTables.Request(_plan, ref choices));
            }
        }

        return _count;
    }

    private void Begin(ulong seed, ulong set)
    {
        var rnd = new Rnd(Mix.Of(seed, "units", (long)set), 1);
        var configuration = WalkConfigurations.For(new WalkCapabilities.OfFormats([format])).Sample(1, rnd, Size)
            .First();
        _plan = new WalkState(configuration with { Faults = configuration.Faults with { Records = 1 } });
        _format = WalkFormatCatalogue.Of(configuration.Unit);
        _entries = new PlainEntries(_plan);
        target.Reset(_plan.Configuration);
    }

    private void Play(WalkOperation operation)
    {
        WalkSteps.Do(_plan, _format, operation);
        target.Apply(operation);
    }

    // Everything that is cached ends.
    private void Settle()
    {
        foreach (var command in FormatDrawCatalogue.Of(format).Flush(_plan)) Play(new WalkOperation.Submit(command));
        Play(new WalkOperation.Await());
        _entries.Settle();
    }

    private void Compare(WalkOperation.Dma dma)
    {
        var request = WalkRequest.Of(dma, default);
        if (!_format.IsForMemory(_plan.Configuration.Unit, request)) return;
        _entries.IsUnknown = false;
        var expected = _format.Walk(_plan.Configuration.Unit, request, _entries);
        var seen = (WalkObservation.Transferred)target.Apply(dma);
        var piece = seen.Pieces[0];
        var record = piece.Outcome == PieceOutcome.Blocked || piece.Outcome == PieceOutcome.Unseen
            ? RecordOf()
            : null;
        if (_entries.IsUnknown)
        {
            _count.Unknown++;
            return;
        }

        _count.Compared++;
        if (Explains(expected, request, piece, record)) _count.Reached += expected.Reaches ? 1 : 0;
        else Consult(request, expected, piece, record);
    }

    private FaultFields? RecordOf()
    {
        var faults = (WalkObservation.Faults)target.Apply(new WalkOperation.ReadFaults());
        return faults.Words.Count > 0 ? _format.Read(faults.Words.AsSpan()[.._format.WordsOfRecord]) : null;
    }

    private bool Explains(WalkResult result, in WalkRequest request, Piece piece, FaultFields? record)
    {
        if (piece.Outcome == PieceOutcome.Unseen && (result.Reaches || record is null))
            return record is null && result.Fault is not { Logging: Logging.Must };
        if (result.Reaches)
        {
            return piece.Outcome == PieceOutcome.Landed
                ? piece.At == result.Output
                : piece.Outcome == PieceOutcome.Unknown && !_plan.Configuration.IsFrame(result.Output);
        }

        if (piece.Outcome is not (PieceOutcome.Blocked or PieceOutcome.Unseen)) return false;
        if (record is not { } fields) return result.Fault!.Logging != Logging.Must;
        return result.Fault!.Logging != Logging.Never && new ExpectedRecord(
            request, _format.PagesOf(_plan.Configuration.Unit, request.At), [result.Fault], true)
            .Contradiction(fields) is null;
    }

    // What is open is allowed either way: with what the unit has marked, if that explains it.
    private void Consult(in WalkRequest request, WalkResult expected, Piece piece, FaultFields? record)
    {
        for (var isSynchronised = false; ; isSynchronised = true)
        {
            var allowed = AllowedWalks.Of(_plan, _format, request);
            foreach (var result in allowed.Results)
            {
                if (!allowed.IsAmbiguous && !Explains(result, request, piece, record)) continue;
                _count.Open++;
                return;
            }

            if (isSynchronised) break;
            foreach (var at in _plan.Memory.Written)
            {
                if (target.Apply(new WalkOperation.ReadEntry(at)) is WalkObservation.Entry entry)
                    _plan.Memory.Enter(at).Adopt(entry.Value);
            }
        }

        var own = expected.Fault is { } fault
            ? $"{fault.Cause}, code 0x{fault.Codes[0]:x}, record {fault.Logging}"
            : $"reaches {expected.Output}";
        var other = record is { } fields ? $"code 0x{fields.Code:x}, page {fields.Page}" : "no record";
        _count.Contradict(
            $"{request.Kind} at {request.At}: reference {own}; target {piece.Outcome} {piece.At}, {other}; "
            + $"{request}; {_plan.Configuration.Unit}");
    }
}
