using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Vtd;

/// <summary>The fault recording register: two words.</summary>
/// <remarks>
/// Source: VT-d, FRCD_REG: FI 63:12; SID 15:0, PRIV 29, EXE 30, PP 31, FR 39:32, PV 59:40, T1 62, F 63.
/// </remarks>
internal static class VtdRecord
{
    public const int Words = 2;

    public static FaultFields Read(ReadOnlySpan<Word> record)
    {
        var (low, high) = (record[0], record[1]);
        if (VtdCode.IsOfInterrupt((int)high.Field(39, 32))) return ReadInterrupt(low, high);
        var hasPasid = high.Has(31);
        return new FaultFields(
            (int)high.Field(39, 32),
            new RequesterId((uint)high.Field(15, 0)),
            hasPasid ? new Pasid((uint)high.Field(59, 40)) : null,
            HasPasid: true,
            new Iova(low.Value).PageStart(),
            Writes: !high.Has(62),
            Privileged: hasPasid ? high.Has(29) : null,
            Executes: hasPasid ? high.Has(30) : null,
            Second: null,
            SecondStage: null,
            Class: null);
    }

    public static ValueList<Word> Write(in WalkRequest request, WalkFault fault)
    {
        if (VtdCode.IsOfInterrupt(fault.Codes[0])) return WriteInterrupt(request, fault);
        var high = new Word(1ul << 63)
            .With(15, 0, request.Requester.Value)
            .With(39, 32, (ulong)fault.Codes[0])
            .With(62, 62, request.Writes ? 0ul : 1);
        if (request.Pasid is { } pasid)
            high = high.With(31, 31, 1).With(59, 40, pasid.Value).With(29, 29, request.Privileged ? 1ul : 0);
        return [new Word(request.At.PageStart().Value), high];
    }

    // Of an interrupt, FI 63:48 is the index; that of a message without one means nothing.
    private static FaultFields ReadInterrupt(Word low, Word high)
    {
        var code = (int)high.Field(39, 32);
        return new FaultFields(
            code, new RequesterId((uint)high.Field(15, 0)), Pasid: null, HasPasid: false, Page: null, Writes: null,
            Privileged: null, Executes: null, Second: null, SecondStage: null, Class: null)
        {
            Index = VtdCode.HasIndex(code) ? (uint)low.Field(63, 48) : null,
        };
    }

    private static ValueList<Word> WriteInterrupt(in WalkRequest request, WalkFault fault)
    {
        var high = new Word(1ul << 63).With(15, 0, request.Requester.Value).With(39, 32, (ulong)fault.Codes[0]);
        return [new Word((ulong)(fault.Index ?? 0) << 48), high];
    }
}
