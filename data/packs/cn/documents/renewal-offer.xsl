<?xml version="1.0" encoding="UTF-8"?>
<!-- 续订劳动合同意向征询书：条件逐项对照，员工在上面答复。文字未经律师审核。 -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:fairwell:blocks:1">
  <xsl:include href="common.xsl"/>

  <xsl:template match="/facts">
    <document style="letter" letterhead="true">
      <title id="title">续订劳动合同意向征询书</title>
      <xsl:call-template name="number"/>
      <xsl:call-template name="addressee"/>
      <p id="ask">双方<xsl:if test="employee/employment/@fixed-term-count">第<field path="employee/employment/@fixed-term-count" as="number"/>次订立的</xsl:if>劳动合同将于<field path="employee/employment/@contract-end" as="date"/>期满。公司愿与您续订，条件如下，现书面征询您的意见。</p>
      <table id="terms" columns="3 5 5" head="true" closed="true">
        <row><cell>项目</cell><cell>现合同</cell><cell>续订条件</cell></row>
        <row><cell>合同期限</cell><cell><xsl:call-template name="term"/></cell><cell><field path="case/offer/@term"/></cell></row>
        <row><cell>工作岗位</cell><cell><field path="employee/employment/@position"/></cell><cell><field path="case/offer/@position"/></cell></row>
        <row><cell>工作地点</cell><cell><field path="employee/employment/@workplace"/></cell><cell><field path="case/offer/@workplace"/></cell></row>
        <row><cell>月工资及构成</cell><cell><field path="case/offer/@current-pay"/></cell><cell><field path="case/offer/@pay"/></cell></row>
        <xsl:if test="case/offer/@hours"><row><cell>工时与休假</cell><cell>同现合同</cell><cell><field path="case/offer/@hours"/></cell></row></xsl:if>
        <xsl:if test="case/offer/@benefits"><row><cell>其他待遇</cell><cell>同现合同</cell><cell><field path="case/offer/@benefits"/></cell></row></xsl:if>
      </table>
      <xsl:if test="employee/employment/@fixed-term-count >= 2">
        <p id="open-ended">提示：您已连续订立两次固定期限劳动合同。除法律另有规定外，您提出或者同意续订的，除非您要求订立固定期限劳动合同，双方应当订立无固定期限劳动合同。</p>
      </xsl:if>
      <p id="reply-by">请您于<field path="case/offer/@reply-by" as="date"/>前选择并签名交回。需要更多时间或者当面沟通的，请在该日前告知人力资源部<xsl:call-template name="contact"/>。</p>
      <xsl:call-template name="company-sign"/>
      <slip id="slip">
        <row><cell>员工答复（请在□内打“√”）</cell></row>
        <row><cell>□同意按上述条件续订　□要求订立无固定期限劳动合同　□不续订</cell></row>
        <row><cell>□希望协商修改以下条件：<blank size="24"/></cell></row>
        <row><cell>员工签名：<blank size="9"/></cell><cell>日期：<blank size="4"/>年<blank size="2"/>月<blank size="2"/>日</cell></row>
      </slip>
    </document>
  </xsl:template>
</xsl:stylesheet>
