<?xml version="1.0" encoding="UTF-8"?>
<!-- 特别保护情形知情确认页：协商解除时给处于特别保护情形的员工，单独一页，本人留一份。两个选项都不预先打勾。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="form">
      <title id="title">特别保护情形知情确认页</title>
      <xsl:call-template name="number"/>
      <p id="who">本人<field path="employee/@name" as="name"/>（身份证件号码：<field path="employee/@identity"/>）现处于<xsl:call-template name="kinds"/>。<field path="company/@name"/>已向本人书面告知下列事项：</p>
      <item id="barred" level="4">依照《中华人民共和国劳动合同法》第四十二条、第四十五条，公司在此期间不得依照该法第四十条、第四十一条解除劳动合同；劳动合同期满的，应当续延至相应的情形消失。</item>
      <item id="benefits" level="4">继续履行劳动合同，本人依法享有的待遇列在下表。一旦协商解除，其中要以劳动关系存续为条件的，可能不再享有。</item>
      <table id="table" columns="6.2 7 3.6r" head="true">
        <row><cell>情形</cell><cell>继续履行劳动合同可以享有的待遇</cell><cell>公司估算（元）</cell></row>
        <xsl:for-each select="employee/protection[@kind!='hazard-post']">
          <row><cell><xsl:call-template name="protection-name"/><xsl:if test="@until">（至<field path="employee/protection[{count(preceding-sibling::protection) + 1}]/@until" as="date"/>）</xsl:if></cell><cell><xsl:call-template name="benefits"/></cell><cell><blank size="7"/></cell></row>
        </xsl:for-each>
      </table>
      <item id="free" level="4">本人可以不签订协商解除协议；拒绝签订不会带来任何不利。</item>
      <item id="advice" level="4">本人可以把协议文本带走研读，可以咨询律师、工会或者其他人。本人实际用于阅读和考虑的时间为<blank size="5"/>小时。</item>
      <p id="choice">本人的选择（请本人打勾）：　□愿意继续协商解除　□选择继续履行劳动合同</p>
      <sign id="sign" kind="line">
        <row><cell>本人签名：<blank size="10"/></cell><cell>日期：<blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</cell></row>
        <row><cell>告知人：<blank size="10"/></cell><cell>日期：<blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</cell></row>
      </sign>
      <note id="rules">本页一式两份，公司和本人各留一份。公司不得代为勾选，也不得以本页代替协商解除协议。</note>
    </document>
  </xsl:template>

  <xsl:template name="kinds">
    <xsl:variable name="protections" select="employee/protection[@kind!='hazard-post']"/>
    <xsl:choose>
      <xsl:when test="$protections"><xsl:for-each select="$protections"><xsl:if test="position() > 1">、</xsl:if><xsl:call-template name="protection-name"/></xsl:for-each></xsl:when>
      <xsl:otherwise><field path="employee/protection/@kind"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="benefits">
    <xsl:choose>
      <xsl:when test="@kind='pregnancy' or @kind='maternity' or @kind='nursing'">产前检查时间、产假和生育津贴、生育医疗费用；哺乳期的哺乳时间；到婴儿满一周岁为止不得解除的保护</xsl:when>
      <xsl:when test="@kind='medical-period'">医疗期内的病假工资和医疗保险待遇；医疗期满后另行安排工作的机会</xsl:when>
      <xsl:when test="@kind='work-injury' or @kind='paid-injury-leave' or @kind='occupational-disease'">停工留薪期的原工资福利；劳动能力鉴定；按伤残等级的工伤保险待遇</xsl:when>
      <xsl:when test="@kind='suspected-occupational-disease'">诊断、医学观察期间的工资和费用；确诊以后的工伤保险待遇</xsl:when>
      <xsl:otherwise>保护期内的工资、社会保险和不得解除的保护</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
