/*
 * classes.h - classes of bytes, looked up 32 at a time. For those who look at
 * long text and have a function for other machines as well.
 */
#ifndef QC_BASE_CLASSES_H
#define QC_BASE_CLASSES_H

#if defined __x86_64__ && defined __GNUC__
#define QC_HAS_AVX2 1
#define QC_AVX2 __attribute__((target("avx2")))

#include <immintrin.h>

enum { QC_CLASSES_WIDTH = 32 };

/* Has this machine got the instructions? */
static inline int qc_may_use_avx2(void)
{
    return __builtin_cpu_supports("avx2");
}

/*
 * A class is a bit. A byte is in it when both tables have the bit: by_low at
 * its low four bits, by_high at its high four.
 */
struct qc_classes {
    unsigned char by_low[16], by_high[16];
};

struct qc_class_lookup {
    __m256i by_low, by_high;
};

QC_AVX2 static inline struct qc_class_lookup qc_class_lookup(const struct qc_classes *classes)
{
    return (struct qc_class_lookup){
        _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)classes->by_low)),
        _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(const void *)classes->by_high)),
    };
}

QC_AVX2 static inline __m256i qc_load_32(const char *bytes)
{
    return _mm256_loadu_si256((const __m256i *)(const void *)bytes);
}

/* The classes of each byte. */
QC_AVX2 static inline __m256i qc_classes_of(__m256i x, struct qc_class_lookup lookup)
{
    __m256i low = _mm256_set1_epi8(0x0F);
    return _mm256_and_si256(_mm256_shuffle_epi8(lookup.by_low, _mm256_and_si256(x, low)),
                            _mm256_shuffle_epi8(lookup.by_high, _mm256_and_si256(_mm256_srli_epi16(x, 4), low)));
}

/* A bit for each byte that is zero. */
QC_AVX2 static inline unsigned qc_zeros_of(__m256i x)
{
    return (unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(x, _mm256_setzero_si256()));
}

/* The classes of qc_bytes_tame: one for each row of sixteen that holds tame bytes, or for several that hold the same. */
enum {
    QC_TAME_SIGNS = 1,
    QC_TAME_FIGURES = 2,
    QC_TAME_A_TO_O = 4,
    QC_TAME_P_TO_Z = 8,
    QC_TAME_LEADS = 16,
    QC_TAME_LEAD_OF_THREE = 32,
    QC_TAME_FOLLOWING = 64,
};
extern const struct qc_classes qc_tame_classes;
#endif

#endif
