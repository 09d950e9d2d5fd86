using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Ioat;

/// <summary>The event of an error of a function: four words.</summary>
/// <remarks>
/// Source: Linux arch/s390/pci/pci_event.c, zpci_ccdf_err: handle, function, flags, address, code. The handle is chosen
/// by the unit and not looked at.
/// </remarks>
internal static class ZpciRecord
{
    public const int Words = 4;

    public static FaultFields? Read(ReadOnlySpan<Word> record)
    {
        var code = (int)record[3].Field(15, 0);
        return new FaultFields(
            code, new RequesterId((uint)record[1].Field(63, 32)), Pasid: null, HasPasid: false,
            new Iova(record[2].Value).PageStart(), Writes: null, Privileged: null, Executes: null, Second: null,
            SecondStage: null, Class: null);
    }

    public static ValueList<Word> Write(in WalkRequest request, WalkFault fault) =>
    [
        default, new Word((ulong)request.Requester.Value << 32), new Word(request.At.Value),
        new Word((ulong)fault.Codes[0]),
    ];
}
