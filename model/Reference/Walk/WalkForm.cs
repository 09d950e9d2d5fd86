using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>Whether the harness can do an operation at all and tell its outcome.</summary>
public static class WalkForm
{
    /// <summary>Whether an operation can be done.</summary>
    /// <param name="state">The state.</param>
    /// <param name="format">The format.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>False if the step is to be skipped.</returns>
    public static bool Applies(WalkState state, WalkFormat format, WalkOperation operation) => operation switch
    {
        // Whether a command was refused is known before anything depends on it.
        not (WalkOperation.Await or WalkOperation.Reset) when state.Commands.IsAwaited => false,
        // Nobody knows what a function translates whose other tables were refused.
        WalkOperation.Dma { Requester: var requester } when state.Unsettled.Contains(requester) => false,
        WalkOperation.Write write => AreTables(state, format, write),
        WalkOperation.Program program => format.MayProgram(state, program),
        WalkOperation.Submit submit => format.MaySubmit(state, submit.Command),
        WalkOperation.ReadEntry read =>
            state.Configuration.IsTable(read.At) && format.MayRead(state.Configuration.Unit, read.At),
        WalkOperation.Dma dma => IsMade(state, format, dma) && (dma.DmaKind is DmaKind.Read or DmaKind.Execute
            || StaysInFrames(state, format, dma)),
        WalkOperation.ReadFaults => format.WordsOfRecord > 0,
        WalkOperation.Message message => IsSent(state, format, message),
        _ => true,
    };

    private static bool IsSent(WalkState state, WalkFormat format, WalkOperation.Message message) =>
        (state.Configuration.Features & WalkFeatures.Messages) != 0 && !state.Unsettled.Contains(message.Requester)
        && state.Configuration.Device(message.Requester) is { } device && (device.Kinds & DmaKinds.Write) != 0
        && (message.At.Value & 3) == 0 && message.Data.Field(63, 32) == 0
        && format.Messages is { } messages && messages.IsMessage(message.At);

    private static bool AreTables(WalkState state, WalkFormat format, WalkOperation.Write write)
    {
        foreach (var entry in write.Entries.AsSpan())
        {
            if (!state.Configuration.IsTable(entry.At)) return false;
            if (!format.MayStore(state.Configuration, entry)) return false;
        }

        return true;
    }

    private static bool IsMade(WalkState state, WalkFormat format, WalkOperation.Dma dma)
    {
        if (state.Configuration.Device(dma.Requester) is not { } device) return false;
        if ((device.Kinds & (DmaKinds)(1 << (int)dma.DmaKind)) == 0 || !IsDeclared(state, dma)) return false;
        if (device.NeedsDomain && !format.HasTables(state, device.Requester)) return false;
        if (dma.Length.Value is 0 || dma.Length.Value > device.Longest.Value) return false;
        if (dma.Length.Value % device.Granule.Value != 0 || dma.At.Value % device.Alignment.Value != 0) return false;
        if (dma.At.Plus(dma.Length.Value - 1).Value < dma.At.Value) return false;
        var unit = state.Configuration.Unit;
        if (!format.IsForMemory(unit, WalkRequest.Of(dma, default))) return false;
        if (!format.IsForMemory(unit, WalkRequest.Of(dma, new ByteCount(dma.Length.Value - 1)))) return false;
        if (!IsKnown(state, format, dma)) return false;
        return device.CrossesPages || Pieces.LengthAt(dma.At, dma.Length, default) == dma.Length;
    }

    private static bool IsDeclared(WalkState state, WalkOperation.Dma dma)
    {
        var features = state.Configuration.Features;
        return (dma.Pasid is null || (features & WalkFeatures.Pasid) != 0)
            && (!dma.Privileged || (features & WalkFeatures.Privilege) != 0)
            && (dma.AddressType == AddressType.Untranslated || (features & WalkFeatures.Ats) != 0)
            && (dma.DmaKind != DmaKind.Execute || (features & WalkFeatures.Execute) != 0);
    }

    private static bool IsKnown(WalkState state, WalkFormat format, WalkOperation.Dma dma)
    {
        for (var offset = default(ByteCount); offset.Value < dma.Length.Value;)
        {
            if (!format.IsKnown(state, WalkRequest.Of(dma, offset))) return false;
            offset = new ByteCount(offset.Value + Pieces.LengthAt(dma.At, dma.Length, offset).Value);
        }

        return true;
    }

    // What a device writes elsewhere would change tables, or things that nobody looks at.
    private static bool StaysInFrames(WalkState state, WalkFormat format, WalkOperation.Dma dma)
    {
        for (var offset = default(ByteCount); offset.Value < dma.Length.Value;)
        {
            var allowed = AllowedWalks.Of(state, format, WalkRequest.Of(dma, offset));
            foreach (var result in allowed.Results)
            {
                if (result.Reaches && !state.Configuration.IsFrame(result.Output)) return false;
            }

            if (allowed.IsAmbiguous) return false;
            offset = new ByteCount(offset.Value + Pieces.LengthAt(dma.At, dma.Length, offset).Value);
        }

        return true;
    }
}
