using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>The fault record: four words.</summary>
/// <remarks>
/// Source: RISC-V IOMMU, fault queue record: CAUSE 11:0, PID 31:12, PV 32, PRIV 33, TTYP 39:34, DID 63:40; iotval and
/// iotval2 are the third and the fourth word.
/// </remarks>
internal static class RiscvRecord
{
    public const int Words = 4;

    private const ulong Translated = 4;
    private const ulong TranslationRequest = 8;

    /// <summary>What a record says; null if it is not of a request for an address.</summary>
    public static FaultFields? Read(ReadOnlySpan<Word> record)
    {
        var low = record[0];
        var type = low.Field(39, 34);
        if (type is 0 or 4 or > TranslationRequest) return null;
        var code = (int)low.Field(11, 0);
        var hasGuest = RiscvCode.IsGuestPage(code);
        return new FaultFields(
            code,
            new RequesterId((uint)low.Field(63, 40)),
            low.Has(32) ? new Pasid((uint)low.Field(31, 12)) : null,
            HasPasid: true,
            new Iova(record[2].Value).PageStart(),
            Writes: type == TranslationRequest ? null : (type & 3) == 3,
            Privileged: low.Has(32) ? low.Has(33) : null,
            Executes: type == TranslationRequest ? null : (type & 3) == 1,
            Second: hasGuest ? new Gpa(record[3].Value) : null,
            SecondStage: null,
            Class: hasGuest ? (int)record[3].Field(1, 0) : null);
    }

    public static ValueList<Word> Write(in WalkRequest request, WalkFault fault)
    {
        var type = request.AddressType switch
        {
            AddressType.Untranslated => 0ul,
            AddressType.Translated => Translated,
            _ => TranslationRequest,
        };
        if (type < TranslationRequest) type += request.Writes ? 3ul : request.Kind == DmaKind.Execute ? 1ul : 2;
        var low = new Word((ulong)fault.Codes[0]).With(39, 34, type).With(63, 40, request.Requester.Value);
        if (request.Pasid is { } pasid)
            low = low.With(31, 12, pasid.Value).With(32, 32, 1).With(33, 33, request.Privileged ? 1ul : 0);
        var guest = RiscvCode.IsGuestPage(fault.Codes[0])
            ? (fault.Second!.Value.Value & ~3ul) | (uint)fault.Class!.Value
            : 0;
        return [low, default, new Word(request.At.Value), new Word(guest)];
    }
}
