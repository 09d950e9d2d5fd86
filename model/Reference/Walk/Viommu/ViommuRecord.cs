using IoSpec.Contracts;

namespace IoSpec.Reference.Walk;

/// <summary>A fault report: three words.</summary>
/// <remarks>
/// Source: virtio 1.3, 5.13.6.9, struct virtio_iommu_fault. Reason 7:0, reserved 31:8, flags 63:32; endpoint 31:0,
/// reserved 63:32; address. Direction and address are optional.
/// </remarks>
internal static class ViommuRecord
{
    public const int Words = 3;

    private const int Read = 32;
    private const int Write = 33;
    private const int Address = 40;
    private const ulong Undefined = 0xffff_fefc_ffff_ff00;

    public static FaultFields? FieldsOf(ReadOnlySpan<Word> record)
    {
        bool? writes = record[0].Has(Read) == record[0].Has(Write) ? null : record[0].Has(Write);
        return new FaultFields(
            (int)record[0].Field(7, 0), new RequesterId((uint)record[1].Field(31, 0)), Pasid: null, HasPasid: false,
            record[0].Has(Address) ? new Iova(record[2].Value).PageStart() : null, writes, Privileged: null,
            Executes: null, Second: null, SecondStage: null, Class: null)
        {
            Undefined = new Word((record[0].Value & Undefined) | record[1].Field(63, 32)),
        };
    }

    public static ValueList<Word> Of(in WalkRequest request, WalkFault fault) =>
    [
        new Word((uint)fault.Codes[0] | (1ul << Address) | (1ul << (request.Writes ? Write : Read))),
        new Word(request.Requester.Value), new Word(request.At.Value),
    ];
}
