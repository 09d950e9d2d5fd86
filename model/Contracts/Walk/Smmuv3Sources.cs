namespace IoSpec.Contracts.Walk;

/// <summary>Where SMMUv3 says what every format says.</summary>
internal static class Smmuv3Sources
{
    /// <summary>The sources.</summary>
    public static FormatSources All { get; } = new(
        Translation: Text("SMMUv3 3.3 and 3.4; Arm ARM D8.2, translation process"),
        Configuration: Text("SMMUv3 5.2.2, validity of STE; 5.4.2, validity of CD; 7.3.3, C_BAD_STREAMID"),
        Requests: Text("SMMUv3 5.2, Config, S1CDMax and S1DSS; 7.3.7 and 7.3.9"),
        Presence: Text("Arm ARM D8.3, descriptor formats; SMMUv3 7.3.13, F_TRANSLATION"),
        Rights: Text("Arm ARM D8.4, memory access control; SMMUv3 7.3.15 and 7.3.16, F_ACCESS and F_PERMISSION"),
        Reserved: Text("SMMUv3 7.3.14, F_ADDR_SIZE; 5.2, S2PS; 5.4, IPS"),
        Levels: Text("Arm ARM D8.3, block and page descriptors of each level"),
        Width: Text("Arm ARM D8.2, input address size; SMMUv3 3.4.1; 5.4, TxSZ; 7.3.13, F_TRANSLATION"),
        Output: Text("SMMUv3 3.4, address sizes of bypass; 7.3.14, F_ADDR_SIZE"),
        Aborts: Text("SMMUv3 7.3.4, F_STE_FETCH; 7.3.10, F_CD_FETCH; 7.3.12, F_WALK_EABT"),
        Invalidation: Text("SMMUv3 4.3 and 4.4, commands and their scope; 3.21, structure caches"),
        Caching: Text("SMMUv3 3.21.1, caching of valid translations only; Arm ARM D8.15, TLB maintenance"),
        Queue: Text("SMMUv3 4.1.3, command errors; 4.7.3, CMD_SYNC; 7.1, command queue errors"),
        Records: Text("SMMUv3 7.2.1, recording of events; 5.5, fault configuration"),
        Fields: Text("SMMUv3 7.3, event records"),
        Codes: Text("SMMUv3 7.3, event records; 7.3.22, priorities"),
        Marks: Text("SMMUv3 3.13, access flag and dirty state"));

    private static Citation Text(string source) => new(source, Basis.Text);
}
