using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Smmuv3;

/// <summary>An event: four words.</summary>
/// <remarks>
/// Source: SMMUv3 7.3: type 7:0, SSV 11, SubstreamID 31:12, StreamID 63:32; PnU 97, InD 98, RnW 99, S2 103,
/// CLASS 105:104; InputAddr 191:128; IPA or FetchAddr 255:192.
/// </remarks>
internal static class SmmuRecord
{
    public const int Words = 4;

    public static FaultFields Read(ReadOnlySpan<Word> record)
    {
        var code = (int)record[0].Field(7, 0);
        var hasAddress = SmmuCode.HasAddress(code);
        var hasSubstream = HasSubstream(code, record[0]);
        var isSecond = hasAddress && record[1].Has(39);
        var hasSecond = isSecond
            || code is SmmuCode.WalkAborted or SmmuCode.StreamUnreadable or SmmuCode.ContextUnreadable;
        return new FaultFields(
            code,
            new RequesterId((uint)record[0].Field(63, 32)),
            hasSubstream ? new Pasid((uint)record[0].Field(31, 12)) : null,
            HasPasid: code is not (SmmuCode.StreamDisabled or SmmuCode.BadSubstreamId),
            hasAddress ? new Iova(record[2].Value).PageStart() : null,
            Writes: hasAddress ? !record[1].Has(35) : null,
            Privileged: hasAddress ? record[1].Has(33) : null,
            Executes: hasAddress ? record[1].Has(34) : null,
            Second: hasSecond ? new Gpa(record[3].Field(55, 3) << 3) : null,
            SecondStage: hasAddress ? isSecond : null,
            Class: hasAddress ? (int)record[1].Field(41, 40) : null);
    }

    public static ValueList<Word> Write(in WalkRequest request, WalkFault fault)
    {
        var code = fault.Codes[0];
        var low = new Word((ulong)code).With(63, 32, request.Requester.Value);
        if (request.Pasid is { } substream) low = low.With(11, 11, 1).With(31, 12, substream.Value);
        if (code == SmmuCode.BadSubstreamId) low = low.With(11, 11, 0);
        var second = new Word(fault.Second?.Value ?? 0);
        if (!SmmuCode.HasAddress(code)) return [low, default, default, second];
        var access = default(Word)
            .With(33, 33, request.Privileged ? 1ul : 0)
            .With(34, 34, request.Kind == DmaKind.Execute ? 1ul : 0)
            .With(35, 35, request.Writes ? 0ul : 1)
            .With(39, 39, fault.SecondStage == true ? 1ul : 0)
            .With(41, 40, (ulong)(fault.Class ?? 0));
        return [low, access, new Word(request.At.Value), second];
    }

    private static bool HasSubstream(int code, Word low) =>
        low.Has(11) || code == SmmuCode.BadSubstreamId;
}
