using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>The guests' address spaces: the port through which requests are translated if the area is alone.</summary>
/// <remarks>
/// The requester of a request to it is a context: the function in bits 15:8, its guest's address space in bits 7:0.
/// Every space has eight pages, all of them readable: the number of the page says the rest. Bit 0: writable, bit 1:
/// executable, bit 2: for users. Without a PASID nothing is privileged, and bit 2 has no meaning.
/// </remarks>
/// <param name="unit">The IOMMU, whose rules for privileged requests hold.</param>
public sealed class SpaceTranslation(PasidUnit unit) : ITranslation
{
    private const ulong Pages = 8;

    private static readonly AllowedTranslations Blocked = new([Translation.Blocked.Instance], Ambiguous: false);

    /// <summary>The context of an address space.</summary>
    /// <param name="function">The function.</param>
    /// <param name="space">The space.</param>
    /// <returns>The requester to ask with.</returns>
    public static RequesterId Context(FunctionId function, DomainId space) =>
        new(((uint)function.Value << 8) | (space.Value & 0xff));

    /// <inheritdoc/>
    public AllowedTranslations Allowed(TranslationRequest request)
    {
        var page = request.At.Value >> Page.Shift;
        if (page >= Pages) return Blocked;
        var (writable, executable, user) = ((page & 1) != 0, (page & 2) != 0, (page & 4) != 0);
        if ((request.Wanted & Access.Write) != 0 && !writable) return Blocked;
        if ((request.Wanted & Access.Execute) != 0 && !executable) return Blocked;
        if (request.Pasid is not null && !request.Privileged && !user) return Blocked;
        var lands = new Translation.To(
            new Gpa(((ulong)request.Requester.Value << 16) | request.At.Value), request.Wanted, Size: null);
        if (!request.Privileged || (request.Wanted & Access.Execute) == 0 || !user) return Only(lands);
        // Privileged execution of a user's page: never (RISC-V), or as settings have it that nobody makes here.
        return unit == PasidUnit.Riscv ? Blocked : new([lands, Translation.Blocked.Instance], Ambiguous: false);
    }

    private static AllowedTranslations Only(Translation lands) => new([lands], Ambiguous: false);
}
