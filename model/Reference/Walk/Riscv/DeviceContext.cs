using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Riscv;

/// <summary>A device context, by the names of its fields.</summary>
/// <remarks>Source: RISC-V IOMMU, device-context fields: tc, iohgatp, ta, fsc; msiptp and addresses of MSIs.</remarks>
/// <param name="words">Four words, or eight in the extended format.</param>
public readonly ref struct DeviceContext(ReadOnlySpan<Word> words)
{
    private readonly ReadOnlySpan<Word> _words = words;

    /// <summary>Translation control.</summary>
    public Word Tc => _words[0];

    /// <summary>The second stage: PPN 43:0, GSCID 59:44, MODE 63:60.</summary>
    public Word Iohgatp => _words[1];

    /// <summary>Translation attributes: PSCID 31:12.</summary>
    public Word Ta => _words[2];

    /// <summary>The first stage (iosatp), or the process directory (pdtp): PPN 43:0, MODE 63:60.</summary>
    public Word Fsc => _words[3];

    /// <summary>Whether it has the words about MSIs.</summary>
    public bool IsExtended => _words.Length > 4;

    /// <summary>The MSI page table: PPN 43:0, MODE 63:60; 0 without one.</summary>
    public Word Msiptp => IsExtended ? _words[4] : default;

    /// <summary>The mask of the pages that take MSIs.</summary>
    public Word MsiMask => _words[5];

    /// <summary>The pattern of the pages that take MSIs.</summary>
    public Word MsiPattern => _words[6];

    /// <summary>The last word, which is reserved.</summary>
    public Word Last => IsExtended ? _words[7] : default;

    /// <summary>Whether it is valid.</summary>
    public bool V => Tc.Has(0);

    /// <summary>Whether the device may ask for translations and use them.</summary>
    public bool EN_ATS => Tc.Has(1);

    /// <summary>Whether the device may ask for pages.</summary>
    public bool EN_PRI => Tc.Has(2);

    /// <summary>Whether the device is given guest addresses.</summary>
    public bool T2GPA => Tc.Has(3);

    /// <summary>Whether faults of translation are not reported.</summary>
    public bool DTF => Tc.Has(4);

    /// <summary>Whether there is a process directory.</summary>
    public bool PDTV => Tc.Has(5);

    /// <summary>Whether answers to page requests have a PASID.</summary>
    public bool PRPR => Tc.Has(6);

    /// <summary>Whether second-stage entries are marked by the unit.</summary>
    public bool GADE => Tc.Has(7);

    /// <summary>Whether first-stage entries are marked by the unit.</summary>
    public bool SADE => Tc.Has(8);

    /// <summary>Whether requests without a process id have the id 0.</summary>
    public bool DPE => Tc.Has(9);

    /// <summary>Whether first-stage tables are big-endian.</summary>
    public bool SBE => Tc.Has(10);

    /// <summary>Whether first-stage schemes are those of 32 bits.</summary>
    public bool SXL => Tc.Has(11);

    /// <summary>The mode of a field with a pointer.</summary>
    /// <param name="field">iohgatp, fsc or msiptp.</param>
    /// <returns>MODE; 0 is Bare or Off.</returns>
    public static ulong Mode(Word field) => field.Field(63, 60);

    /// <summary>The table that a field points to.</summary>
    /// <param name="field">iohgatp, fsc or msiptp.</param>
    /// <returns>The address.</returns>
    public static Gpa Pointer(Word field) => new(field.Field(43, 0) << Page.Shift);
}
